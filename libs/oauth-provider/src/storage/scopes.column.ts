import { formatScopes, parseScopes, type Scope } from 'nestjs-drawbridge/scopes';
import { Column, type ColumnOptions } from 'typeorm';

const scopesTransformer = {
  to: (scopes: readonly Scope[]): string => formatScopes(scopes),
  from: (text: string | null): readonly Scope[] => parseScopes(text ?? '').scopes,
};

/** A column that holds a list of scopes in its wire form. A word that is no scope (any more) opens nothing; nor does nothing. */
export const ScopesColumn = (options: ColumnOptions) =>
  Column({ ...options, type: 'varchar', length: 64, transformer: scopesTransformer });
