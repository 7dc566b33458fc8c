import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
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
  async signIn(
    @Body() { token }: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Actor> {
    const actor = await actorOf(token, this.adminToken, this.runner);
    if (actor === null) {
      throw new ProblemException(401, 'NotSignedIn', 'A valid bearer token is needed', 'The token is not valid');
    }
    void reply.header('set-cookie', sessionCookie(encodeURIComponent(token), request));
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
  signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): void {
    void reply.header('set-cookie', `${sessionCookie('', request)}; Max-Age=0`);
  }
}

/**
 * The value is a token: where the page came by https the browser never sends it by http. By what the browser says of its
 * page too, as TLS may end at a proxy that this server knows nothing of.
 */
const sessionCookie = (value: string, { protocol, headers }: FastifyRequest): string => {
  const isSecure = protocol === 'https' || headers.origin?.startsWith('https://');
  return `${SESSION_COOKIE}=${value}; Path=/api; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
};
