interface ProseProps {
  /** HTML that the wiki's cleaner let through; nothing else may come here. */
  readonly cleaned: string;
}

/** What somebody wrote, as HTML. The only place where a wiki page is not escaped by construction. */
export function Prose({ cleaned }: ProseProps) {
  return <div class="w-prose" dangerouslySetInnerHTML={{ __html: cleaned }} />;
}
