// Style sheets are imported for their effect by the component they belong to; the bundler gathers them.
declare module '*.css' {}
