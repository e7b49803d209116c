import { IsIn, IsOptional } from 'class-validator';
import { Nested } from './nested.decorator.js';
import { PlainText } from './text.decorators.js';

class StorageValue {
  @PlainText(0, 2_000_000)
  value!: string;

  @IsOptional()
  @IsIn(['storage'], { message: 'representation must be storage' })
  representation?: 'storage';
}

/** What content says, in storage format. */
export class StorageBody {
  @Nested(() => StorageValue)
  storage!: StorageValue;
}
