import { Module } from '@nestjs/common';
import { FormTeamController } from './form-team/form-team.controller.js';
import { FormTeamHandler } from './form-team/form-team.handler.js';
import { HireRepController } from './hire-rep/hire-rep.controller.js';
import { HireRepHandler } from './hire-rep/hire-rep.handler.js';

@Module({
  controllers: [FormTeamController, HireRepController],
  providers: [FormTeamHandler, HireRepHandler],
})
export class PeopleModule {}
