import sanitizeHtml from 'sanitize-html';

const macros = [
  'ac:structured-macro',
  'ac:parameter',
  'ac:rich-text-body',
  'ac:plain-text-body',
  'ac:link',
  'ac:link-body',
  'ac:plain-text-link-body',
  'ac:image',
  'ac:emoticon',
  'ac:layout',
  'ac:layout-section',
  'ac:layout-cell',
  'ac:task-list',
  'ac:task',
  'ac:task-id',
  'ac:task-status',
  'ac:task-body',
];
const resources = ['ri:page', 'ri:url', 'ri:user', 'ri:attachment', 'ri:space', 'ri:content-entity'];
const html = [...sanitizeHtml.defaults.allowedTags, 'img', 'del', 'ins'];

const storage: sanitizeHtml.IOptions = {
  allowedTags: [...html, ...macros, ...resources],
  allowedAttributes: {
    a: ['href', 'title'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    th: ['colspan', 'rowspan', 'scope'],
    td: ['colspan', 'rowspan'],
    ol: ['start'],
    time: ['datetime'],
    ...Object.fromEntries(macros.map((tag) => [tag, ['ac:*']])),
    ...Object.fromEntries(resources.map((tag) => [tag, ['ri:*']])),
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesAppliedToAttributes: ['href', 'src', 'ri:value'],
  allowProtocolRelative: false,
  parser: { recognizeCDATA: true, recognizeSelfClosing: true },
};

const view: sanitizeHtml.IOptions = {
  ...storage,
  allowedTags: html,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'ac:parameter', 'ac:task-id', 'ac:task-status'],
  transformTags: { 'ac:plain-text-body': 'pre', 'ac:task-list': 'ul', 'ac:task': 'li' },
};

const plain: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/**
 * The same storage format without script, styles, forms, frames and addresses that could run something. What stood in
 * CDATA becomes escaped text, which means the same.
 */
export const cleaned = (body: string): string => sanitizeHtml(body, storage);

/** What a browser shows of a stored body: plain HTML without the wiki's own elements. */
export const viewOf = (body: string): string => sanitizeHtml(body, view);

/** What a stored body says: plain text, its blocks separated by a space. */
export const textOf = (body: string): string =>
  sanitizeHtml(body.replace(/<(?=\/?[a-z])/gi, ' <'), { ...view, allowedTags: [], allowedAttributes: {} })
    .replace(/&(lt|gt|quot|amp);/g, (entity) => plain[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
