import { type CqlCondition, type CqlField } from './cql.js';

const title = 'coalesce(content.titleKey, lower(content.title))';
const labelled = (test: string) =>
  `EXISTS (SELECT 1 FROM wiki_content_label label WHERE label.content_id = content.id AND label.name ${test})`;

/** The SQL of a query over `content`, its newest `version` and its `space`; every value is a parameter. */
export class CqlStatement {
  readonly sql: string;
  readonly parameters: Record<string, string | number> = {};

  constructor(condition: CqlCondition) {
    this.sql = this.of(condition);
  }

  private of(condition: CqlCondition): string {
    if (condition.kind === 'not') return `NOT ${this.of(condition.part)}`;
    if (condition.kind !== 'is') return `(${condition.parts.map((part) => this.of(part)).join(` ${condition.kind} `)})`;
    const { field, match, values } = condition;
    return match === 'words' ? this.holds(field, values[0] ?? '') : this.isOneOf(field, values);
  }

  private isOneOf(field: CqlField, values: readonly string[]): string {
    if (field === 'id') return `(content.id IN (${values.map((value) => this.bind(idOf(value))).join(', ')}))`;
    const lower =
      field === 'space' ? values.map((key) => key.toUpperCase()) : values.map((value) => value.toLowerCase());
    const test = `IN (${lower.map((value) => this.bind(value)).join(', ')})`;
    if (field === 'label') return labelled(test);
    return `(${field === 'space' ? 'space.key' : field === 'type' ? 'content.type' : title} ${test})`;
  }

  private holds(field: CqlField, text: string): string {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const tests = words.map((word) => {
      const like = `LIKE ${this.bind(`%${word.replace(/^\*|\*$/g, '').replace(/[\\%_]/g, '\\$&')}%`)} ESCAPE '\\'`;
      return field === 'title' ? `${title} ${like}` : `(version.text ${like} OR ${title} ${like})`;
    });
    return tests.length === 0 ? '(1 = 0)' : `(${tests.join(' AND ')})`;
  }

  private bind(value: string | number): string {
    const name = `cql${Object.keys(this.parameters).length.toString()}`;
    this.parameters[name] = value;
    return `:${name}`;
  }
}

const idOf = (value: string) => (/^\d{1,9}$/.test(value) ? Number(value) : -1);
