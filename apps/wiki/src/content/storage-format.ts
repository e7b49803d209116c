import sanitizeHtml from 'sanitize-html';

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...sanitizeHtml.defaults.allowedTags,
    'img',
    'del',
    'ins',
    'ac:structured-macro',
    'ac:parameter',
    'ac:rich-text-body',
    'ac:link',
    'ac:image',
    'ri:page',
    'ri:url',
    'ri:user',
  ],
  allowedAttributes: {
    a: ['href', 'title'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    th: ['colspan', 'rowspan', 'scope'],
    td: ['colspan', 'rowspan'],
    ol: ['start'],
    'ac:structured-macro': ['ac:name', 'ac:schema-version'],
    'ac:parameter': ['ac:name'],
    'ri:page': ['ri:content-title', 'ri:space-key'],
    'ri:url': ['ri:value'],
    'ri:user': ['ri:userkey', 'ri:username'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesAppliedToAttributes: ['href', 'src', 'ri:value'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
};

/** The same storage format without script, styles, forms, frames and addresses that could run something. */
export const cleaned = (body: string): string => sanitizeHtml(body, options);

/** What a browser shows of a stored body: the wiki's own elements are unwrapped. */
export const viewOf = (body: string): string =>
  sanitizeHtml(body, {
    ...options,
    allowedTags: (options.allowedTags as string[]).filter((tag) => !tag.includes(':')),
  });
