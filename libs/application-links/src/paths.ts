/** Every path the links answer on, relative to the wiki's base URL. */
export const paths = {
  rest: 'rest/application-links/latest',
  pages: 'admin/application-links',
} as const;
