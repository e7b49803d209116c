import { SetMetadata } from '@nestjs/common';
import { type Level } from '../people/level.js';

/** The metadata that `@NeedsLevel()` leaves. */
export const levelMark = 'wiki:needs-level';

/** The level a person needs for a controller or a method; what is nearer to the handler counts. Without it: READ. */
export const NeedsLevel = (level: Level) => SetMetadata(levelMark, level);
