export declare function postgresFolders(): string[];
