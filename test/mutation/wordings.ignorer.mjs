import { PluginKind } from '@stryker-mutator/api/plugin';

const isSentence = (text) => /^[A-Z][^]* [^]*[.:]$/.test(text.trim());

const textOf = ({ node }) => {
  if (node.type === 'StringLiteral') return node.value;
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.raw).join('x');
  return null;
};

/** The message of an error, a line of the log. */
const isTold = (path) => {
  const around = path.findParent(({ node }) => node.type === 'NewExpression' || node.type === 'CallExpression')?.node;
  if (around?.type === 'NewExpression') return around.callee.name === 'Error';
  return around?.callee.type === 'Super' || /^(debug|log|warn|error)$/.test(around?.callee.property?.name ?? '');
};

/** The name that an error of ours shows in the log. */
const isErrorName = ({ parent }) => parent?.type === 'ClassProperty' && parent.key.name === 'name';

/** Sentences for people and log lines decide nothing; tests compare the ones that somebody acts on. */
const wordings = {
  shouldIgnore(path) {
    const text = textOf(path);
    if (text === null) return undefined;
    return isSentence(text) || isTold(path) || isErrorName(path) ? 'A wording decides nothing.' : undefined;
  },
};

export const strykerPlugins = [{ kind: PluginKind.Ignore, name: 'wordings', value: wordings }];
