// Style sheets are imported for their effect by the component they belong to; the bundler gathers them.
declare module '*.css' {}

// The address of a module that runs beside the window: the bundler makes a file of its own of it.
declare module '*?worker&url' {
  const address: string;
  export default address;
}
