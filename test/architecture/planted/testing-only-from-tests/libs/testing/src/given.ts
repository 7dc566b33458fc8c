export const given = () => [];
