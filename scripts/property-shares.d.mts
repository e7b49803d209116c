export const shares: Readonly<Record<'pure' | 'http' | 'dance', number>>;
