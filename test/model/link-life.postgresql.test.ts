import { postgres } from '../support/databases.js';
import { livesOn } from './lives.js';

livesOn(postgres);
