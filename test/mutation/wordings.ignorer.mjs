import { PluginKind } from '@stryker-mutator/api/plugin';

const isSentence = (text) => /^[A-Z][^]* [^]*[.:]$/.test(text.trim());

const textOf = ({ node }) => {
  if (node.type === 'StringLiteral') return node.value;
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.raw).join('x');
  return null;
};

const isOfError = (path) => {
  const around = path.findParent(({ node }) => node.type === 'NewExpression' || node.type === 'CallExpression');
  if (around?.node.type === 'NewExpression') return around.node.callee.name === 'Error';
  return /^(debug|log|warn|error)$/.test(around?.node.callee.property?.name ?? '');
};

/** Sentences for people and log lines decide nothing; tests compare the ones that somebody acts on. */
const wordings = {
  shouldIgnore(path) {
    const text = textOf(path);
    if (text === null) return undefined;
    return isSentence(text) || isOfError(path) ? 'A wording decides nothing.' : undefined;
  },
};

export const strykerPlugins = [{ kind: PluginKind.Ignore, name: 'wordings', value: wordings }];
