// Style sheets are imported for their effect by the component they belong to; the bundler gathers them.
declare module '*.css' {}

// A module that runs beside the window: the bundler makes a file of its own of it.
declare module '*?worker' {
  const Made: new () => Worker;
  export default Made;
}
