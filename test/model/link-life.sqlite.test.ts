import { sqlite } from '../support/databases.js';
import { livesOn } from './lives.js';

livesOn(sqlite);
