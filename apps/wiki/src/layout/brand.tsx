import { useVisit } from './visit.js';

/** The product's mark and name; leads home. */
export function Brand() {
  const { asset, pathOf } = useVisit();
  return (
    <a class="w-brand" href={pathOf('/')}>
      <img src={asset('mark.svg')} alt="" width="28" height="28" />
      <span class="w-brand-name">Drawbridge Wiki</span>
    </a>
  );
}
