const shapes = {
  gear: 'M10.3 5.1L10.5 2.7L13.5 2.7L13.7 5.1L15.7 5.9L17.5 4.4L19.6 6.5L18.1 8.3L18.9 10.3L21.3 10.5L21.3 13.5L18.9 13.7L18.1 15.7L19.6 17.5L17.5 19.6L15.7 18.1L13.7 18.9L13.5 21.3L10.5 21.3L10.3 18.9L8.3 18.1L6.5 19.6L4.4 17.5L5.9 15.7L5.1 13.7L2.7 13.5L2.7 10.5L5.1 10.3L5.9 8.3L4.4 6.5L6.5 4.4L8.3 5.9ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  plus: 'M12 5v14M5 12h14',
  pencil: 'M4 20h4L19.5 8.5a2.1 2.1 0 0 0-3-3L5 17v3Z',
  clock: 'M12 7v5l3.5 2M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0Z',
  chevron: 'm6 9 6 6 6-6',
} as const;

interface IconProps {
  readonly name: keyof typeof shapes;
}

/** A small line drawing in the colour of the text beside it; invisible to screen readers. */
export function Icon({ name }: IconProps) {
  return (
    <svg class="w-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={shapes[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
