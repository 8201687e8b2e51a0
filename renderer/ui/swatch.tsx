// A category's colour as a small square.
import './chip.css';

export function Swatch({ color, size = 10 }: { color: string; size?: number }) {
  return <span className="swatch" style={{ background: color, width: size, height: size }} aria-hidden />;
}
