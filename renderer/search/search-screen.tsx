// Finding words and coded passages in the whole project.
export function SearchScreen() {
  return <div className="search-screen" />;
}
