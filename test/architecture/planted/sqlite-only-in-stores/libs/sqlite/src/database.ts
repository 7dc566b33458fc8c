export const openDatabase = (file: string) => file;
