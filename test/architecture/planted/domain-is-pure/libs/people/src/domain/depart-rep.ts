import { Injectable } from '@nestjs/common';

export const departRep = () => Injectable;
