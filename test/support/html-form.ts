const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** HTML text as it reads. */
export const textOfHtml = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex) return String.fromCodePoint(parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return named[name ?? ''] ?? whole;
  });

const attributesOf = (tag: string): Record<string, string> => {
  const pairs = [...tag.matchAll(/\s([\w:-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)];
  return Object.fromEntries(
    pairs.map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      textOfHtml(double ?? single ?? bare ?? ''),
    ]),
  );
};

const textOf = (html: string): string =>
  textOfHtml(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

type Field = readonly [name: string, value: string];

/** A form as a browser would fill and send it, read from the HTML that our pages are written in. */
export class HtmlForm {
  readonly action: string;
  readonly method: string;
  /** What it sends when nobody touches it, in order and without its buttons. */
  readonly fields: readonly Field[];

  private constructor(
    tag: string,
    readonly html: string,
  ) {
    const attributes = attributesOf(tag);
    this.action = attributes.action ?? '';
    this.method = (attributes.method ?? 'get').toUpperCase();
    this.fields = [...this.inputs(), ...this.textareas(), ...this.selects()];
  }

  /** Every form of a page. */
  static allOf(html: string): HtmlForm[] {
    return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].map(
      ([, tag = '', inner = '']) => new HtmlForm(tag, inner),
    );
  }

  /** What it says, as plain text. */
  get text(): string {
    return textOf(this.html);
  }

  /** What pressing the button with this text adds. Without a text: the first button. */
  button(text?: string): readonly Field[] {
    const all = [...this.html.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/gi)].map(([, tag = '', inner = '']) => ({
      attributes: attributesOf(tag),
      text: textOf(inner),
    }));
    const pressed = text === undefined ? all[0] : all.find((button) => button.text.includes(text));
    if (text !== undefined && !pressed)
      throw new Error(`No button says "${text}"; there are: ${all.map((button) => button.text).join(', ')}.`);
    return pressed?.attributes.name ? [[pressed.attributes.name, pressed.attributes.value ?? '']] : [];
  }

  private inputs(): Field[] {
    return [...this.html.matchAll(/<input\b([^>]*)>/gi)]
      .map(([, tag = '']) => attributesOf(tag))
      .filter(({ name, type = 'text', checked, disabled }) => {
        if (!name || disabled !== undefined || ['submit', 'button', 'image', 'file'].includes(type)) return false;
        return !['checkbox', 'radio'].includes(type) || checked !== undefined;
      })
      .map(({ name = '', type, value }) => [name, value ?? (type === 'checkbox' ? 'on' : '')]);
  }

  private textareas(): Field[] {
    return [...this.html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/gi)].flatMap(
      ([, tag = '', inner = '']) => {
        const { name } = attributesOf(tag);
        return name ? [[name, textOfHtml(inner).replace(/^\n/, '')]] : [];
      },
    );
  }

  private selects(): Field[] {
    return [...this.html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/gi)].flatMap(([, tag = '', inner = '']) => {
      const { name } = attributesOf(tag);
      const options = [...inner.matchAll(/<option\b([^>]*)>([\s\S]*?)<\/option>/gi)].map(
        ([, option = '', label = '']) => ({
          attributes: attributesOf(option),
          label: textOf(label),
        }),
      );
      const chosen = options.find((option) => option.attributes.selected !== undefined) ?? options[0];
      return name && chosen ? [[name, chosen.attributes.value ?? chosen.label]] : [];
    });
  }
}
