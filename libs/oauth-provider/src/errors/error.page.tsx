/** What a person reads when something did not work. */
export interface ErrorModel {
  readonly title: string;
  readonly text: string;
  /** The cause in the words of the field, for whoever builds the application. */
  readonly technical?: string;
}

/** A kind page for an error. */
export const ErrorPage = ({ title, text, technical }: ErrorModel) => (
  <section class="db-card db-error" aria-labelledby="db-error-title">
    <h1 id="db-error-title">{title}</h1>
    <p>{text}</p>
    {technical && (
      <details class="db-technical">
        <summary>For the developer of the application</summary>
        <p>
          <code>{technical}</code>
        </p>
      </details>
    )}
  </section>
);
