import { timeZones } from '../people/reading-choice.js';

const regionOf = (zone: string): string => zone.split('/')[0] ?? zone;
const regions = [...new Set(timeZones.map(regionOf))];

/** A time zone, by the part of the world it is in. */
export function ZoneField({ chosen }: { readonly chosen: string | null }) {
  return (
    <div class="w-field">
      <label for="timeZone">Time zone</label>
      <select class="w-input" id="timeZone" name="timeZone">
        <option value="">UTC</option>
        {regions.map((region) => (
          <optgroup key={region} label={region}>
            {timeZones
              .filter((zone) => regionOf(zone) === region)
              .map((zone) => (
                <option key={zone} value={zone} selected={zone === chosen}>
                  {zone.replaceAll('_', ' ')}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
