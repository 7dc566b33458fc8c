import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CommandRunner } from '#commands/command-runner.js';
import type { AnnalsRequest } from '#http/command-context.param.js';
import { Text } from '#http/fields.js';
import { ProblemException } from '#http/problem.js';
import type { Actor } from '#kernel/actor.js';
import { ADMIN_TOKEN } from '../platform.module.js';
import { actorOf, SESSION_COOKIE } from './authenticate.js';

class SignInBody {
  @Text({ max: 512 })
  token!: string;
}

/** Lets a browser sign in with a cookie that no script can read. */
@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    @Inject(ADMIN_TOKEN) private readonly adminToken: string,
    private readonly runner: CommandRunner,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in with a token' })
  async signIn(@Body() { token }: SignInBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<Actor> {
    const actor = await actorOf(token, this.adminToken, this.runner);
    if (actor === null) {
      throw new ProblemException(401, 'NotSignedIn', 'A valid bearer token is needed', 'The token is not valid');
    }
    void reply.header(
      'set-cookie',
      `${SESSION_COOKIE}=${encodeURIComponent(token)}; Path=/api; HttpOnly; SameSite=Strict`,
    );
    return actor;
  }

  @Get()
  @ApiOperation({ summary: 'Who is signed in' })
  whoAmI(@Req() request: AnnalsRequest): Actor | undefined {
    return request.actor;
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  signOut(@Res({ passthrough: true }) reply: FastifyReply): void {
    void reply.header('set-cookie', `${SESSION_COOKIE}=; Path=/api; HttpOnly; SameSite=Strict; Max-Age=0`);
  }
}
