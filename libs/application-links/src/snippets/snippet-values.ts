/** What an application needs to know of a link, and what the snippets are filled in with. */
export interface SnippetValues {
  readonly clientId: string;
  /** `null` for a public client, and when no secret is left. */
  readonly clientSecret: string | null;
  /** Full URLs of the endpoints. */
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  /** The first redirect URL of the link. */
  readonly redirectUri: string;
  /** What to ask for, as it stands in a request. */
  readonly scope: string;
}
