// Generated from the code by `npm run docs`. Do not edit.
import type { EventSchemas } from '#commands/event-schemas.js';

export const eventSchemas: EventSchemas = {
  "envelope": {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "object",
    "properties": {
      "at": {
        "$ref": "#/definitions/Instant",
        "description": "When it was true."
      },
      "recordedAt": {
        "$ref": "#/definitions/Instant",
        "description": "When the log recorded it, by its own clock; of one record the order of its events counts where that clock went back."
      },
      "by": {
        "type": "string",
        "description": "Id of the actor: a rep, or `admin`, or `system`."
      },
      "onBehalfOf": {
        "type": "string",
        "description": "Id of the actor for whom it was done: of a job, who started it."
      },
      "source": {
        "$ref": "#/definitions/Source",
        "description": "The way by which the command came."
      },
      "client": {
        "type": "string",
        "description": "The program that sent the command, by its own name (User-Agent)."
      },
      "commandId": {
        "type": "string",
        "description": "Id of the command; the same command never takes effect twice."
      },
      "correlationId": {
        "type": "string",
        "description": "Common to everything that one request has set off."
      },
      "causationId": {
        "type": "string",
        "description": "Id of the event, command or job that made the software send the command."
      }
    },
    "required": [
      "at",
      "recordedAt",
      "by",
      "source",
      "commandId",
      "correlationId"
    ],
    "additionalProperties": false,
    "description": "What the log knows about a fact beside the fact itself.",
    "definitions": {
      "Instant": {
        "type": "string",
        "description": "An instant in UTC with milliseconds, `2017-03-01T00:00:00.000Z`: fixed width, so text order is time order."
      },
      "Source": {
        "type": "string",
        "enum": [
          "api",
          "import",
          "job",
          "cli",
          "demo",
          "system"
        ],
        "description": "Where a command came from."
      }
    }
  },
  "events": {
    "company-calendar-changed.v1": {
      "type": "object",
      "properties": {
        "calendar": {
          "$ref": "#/definitions/FiscalCalendar"
        },
        "timeZone": {
          "type": "string"
        },
        "from": {
          "$ref": "#/definitions/CompanyCalendar"
        }
      },
      "required": [
        "calendar",
        "timeZone",
        "from"
      ],
      "additionalProperties": false,
      "definitions": {
        "FiscalCalendar": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "kind": {
                  "type": "string",
                  "const": "gregorian"
                },
                "startMonth": {
                  "$ref": "#/definitions/FiscalYearStart"
                }
              },
              "required": [
                "kind",
                "startMonth"
              ],
              "additionalProperties": false
            },
            {
              "type": "object",
              "properties": {
                "kind": {
                  "type": "string",
                  "enum": [
                    "4-4-5",
                    "4-5-4",
                    "5-4-4",
                    "13-period"
                  ]
                },
                "yearEnd": {
                  "$ref": "#/definitions/YearEnd"
                }
              },
              "required": [
                "kind",
                "yearEnd"
              ],
              "additionalProperties": false
            }
          ],
          "description": "How a company divides time. A fiscal year is named after the calendar year in which it ends; one of weeks after that of the month by whose end it ends.\n- `gregorian`: months are calendar months, quarters and years begin with the month `startMonth`.\n- `4-4-5`, `4-5-4`, `5-4-4`: twelve months of so many whole weeks in each quarter, numbered from the start of the year.\n- `13-period`: thirteen periods of four weeks; quarters have 3, 3, 3 and 4 of them.\n\nThe 53rd week of a long year belongs to its last month or period."
        },
        "FiscalYearStart": {
          "type": "number",
          "description": "The month, 1 to 12, in which a fiscal year of calendar months starts."
        },
        "YearEnd": {
          "type": "object",
          "properties": {
            "rule": {
              "type": "string",
              "enum": [
                "last",
                "nearest"
              ]
            },
            "weekday": {
              "$ref": "#/definitions/Weekday"
            },
            "month": {
              "type": "number"
            }
          },
          "required": [
            "rule",
            "weekday",
            "month"
          ],
          "additionalProperties": false,
          "description": "When a fiscal year of 52 or 53 weeks ends: on the last `weekday` in `month` (1 to 12), or on the one nearest to the last day of that month, which may be up to three days into the next. Both are the rules of 26 CFR § 1.441-2; that of the National Retail Federation is the Saturday nearest to the end of January."
        },
        "Weekday": {
          "type": "string",
          "enum": [
            "sunday",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday"
          ]
        },
        "CompanyCalendar": {
          "type": "object",
          "properties": {
            "calendar": {
              "$ref": "#/definitions/FiscalCalendar"
            },
            "timeZone": {
              "type": "string"
            }
          },
          "required": [
            "calendar",
            "timeZone"
          ],
          "additionalProperties": false,
          "description": "How the company tells days and periods: `timeZone` (IANA) tells to which day an instant belongs."
        }
      }
    },
    "exchange-rate-set.v1": {
      "type": "object",
      "properties": {
        "currency": {
          "type": "string"
        },
        "base": {
          "type": "string"
        },
        "from": {
          "$ref": "#/definitions/CalendarDate"
        },
        "rate": {
          "type": "string"
        },
        "replaces": {
          "type": [
            "string",
            "null"
          ]
        }
      },
      "required": [
        "currency",
        "base",
        "from",
        "rate",
        "replaces"
      ],
      "additionalProperties": false,
      "definitions": {
        "CalendarDate": {
          "type": "string",
          "description": "A calendar day, `YYYY-MM-DD`."
        }
      }
    },
    "process-defined.v1": {
      "type": "object",
      "properties": {
        "processId": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "stages": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/Stage"
          }
        },
        "rules": {
          "$ref": "#/definitions/ProcessRules"
        }
      },
      "required": [
        "processId",
        "name",
        "stages",
        "rules"
      ],
      "additionalProperties": false,
      "definitions": {
        "Stage": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "probability": {
              "type": "number",
              "description": "That an open deal in this stage will be won, 0 to 1."
            },
            "forecastCategory": {
              "$ref": "#/definitions/ForecastCategory"
            },
            "rotAfterDays": {
              "type": [
                "number",
                "null"
              ],
              "description": "Days without a counted event after which a deal in this stage rots; null: never."
            },
            "requires": {
              "type": "array",
              "items": {
                "type": "string"
              },
              "description": "Names of the fields that must be filled to enter the stage."
            },
            "guidance": {
              "type": [
                "string",
                "null"
              ],
              "description": "What to do in this stage, for whoever is new to it."
            }
          },
          "required": [
            "id",
            "name",
            "probability",
            "forecastCategory",
            "rotAfterDays",
            "requires",
            "guidance"
          ],
          "additionalProperties": false
        },
        "ForecastCategory": {
          "type": "string",
          "enum": [
            "pipeline",
            "bestCase",
            "commit"
          ]
        },
        "ProcessRules": {
          "type": "object",
          "properties": {
            "allowSkip": {
              "type": "boolean"
            },
            "allowBack": {
              "type": "boolean"
            }
          },
          "required": [
            "allowSkip",
            "allowBack"
          ],
          "additionalProperties": false,
          "description": "`allowSkip`: a deal may pass over stages; `allowBack`: it may return to an earlier one."
        }
      }
    },
    "process-revised.v1": {
      "type": "object",
      "properties": {
        "processId": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "stages": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/Stage"
          }
        },
        "rules": {
          "$ref": "#/definitions/ProcessRules"
        }
      },
      "required": [
        "processId",
        "name",
        "stages",
        "rules"
      ],
      "additionalProperties": false,
      "definitions": {
        "Stage": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "probability": {
              "type": "number",
              "description": "That an open deal in this stage will be won, 0 to 1."
            },
            "forecastCategory": {
              "$ref": "#/definitions/ForecastCategory"
            },
            "rotAfterDays": {
              "type": [
                "number",
                "null"
              ],
              "description": "Days without a counted event after which a deal in this stage rots; null: never."
            },
            "requires": {
              "type": "array",
              "items": {
                "type": "string"
              },
              "description": "Names of the fields that must be filled to enter the stage."
            },
            "guidance": {
              "type": [
                "string",
                "null"
              ],
              "description": "What to do in this stage, for whoever is new to it."
            }
          },
          "required": [
            "id",
            "name",
            "probability",
            "forecastCategory",
            "rotAfterDays",
            "requires",
            "guidance"
          ],
          "additionalProperties": false
        },
        "ForecastCategory": {
          "type": "string",
          "enum": [
            "pipeline",
            "bestCase",
            "commit"
          ]
        },
        "ProcessRules": {
          "type": "object",
          "properties": {
            "allowSkip": {
              "type": "boolean"
            },
            "allowBack": {
              "type": "boolean"
            }
          },
          "required": [
            "allowSkip",
            "allowBack"
          ],
          "additionalProperties": false,
          "description": "`allowSkip`: a deal may pass over stages; `allowBack`: it may return to an earlier one."
        }
      }
    },
    "team-formed.v1": {
      "type": "object",
      "properties": {
        "teamId": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "parentId": {
          "type": [
            "string",
            "null"
          ]
        }
      },
      "required": [
        "teamId",
        "name",
        "parentId"
      ],
      "additionalProperties": false
    },
    "team-renamed.v1": {
      "type": "object",
      "properties": {
        "teamId": {
          "type": "string"
        },
        "from": {
          "type": "string"
        },
        "to": {
          "type": "string"
        }
      },
      "required": [
        "teamId",
        "from",
        "to"
      ],
      "additionalProperties": false
    },
    "team-moved.v1": {
      "type": "object",
      "properties": {
        "teamId": {
          "type": "string"
        },
        "from": {
          "type": [
            "string",
            "null"
          ]
        },
        "to": {
          "type": [
            "string",
            "null"
          ]
        }
      },
      "required": [
        "teamId",
        "from",
        "to"
      ],
      "additionalProperties": false
    },
    "rep-hired.v1": {
      "type": "object",
      "properties": {
        "repId": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "email": {
          "type": "string"
        },
        "teamId": {
          "type": "string"
        },
        "role": {
          "$ref": "#/definitions/Role"
        },
        "region": {
          "type": [
            "string",
            "null"
          ]
        },
        "hiredOn": {
          "anyOf": [
            {
              "$ref": "#/definitions/CalendarDate"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "repId",
        "name",
        "email",
        "teamId",
        "role",
        "region",
        "hiredOn"
      ],
      "additionalProperties": false,
      "definitions": {
        "Role": {
          "type": "string",
          "enum": [
            "rep",
            "manager",
            "analyst",
            "admin",
            "reader"
          ],
          "description": "A rep reads all and writes what is theirs, a manager writes for their teams, analyst and reader only read, admin does all."
        },
        "CalendarDate": {
          "type": "string",
          "description": "A calendar day, `YYYY-MM-DD`."
        }
      }
    },
    "rep-moved.v1": {
      "type": "object",
      "properties": {
        "repId": {
          "type": "string"
        },
        "from": {
          "type": "string"
        },
        "to": {
          "type": "string"
        }
      },
      "required": [
        "repId",
        "from",
        "to"
      ],
      "additionalProperties": false
    },
    "rep-profile-changed.v1": {
      "type": "object",
      "properties": {
        "repId": {
          "type": "string"
        },
        "from": {
          "type": "object",
          "properties": {
            "name": {
              "type": "string"
            },
            "email": {
              "type": "string"
            },
            "role": {
              "$ref": "#/definitions/Role"
            },
            "region": {
              "type": [
                "string",
                "null"
              ]
            }
          },
          "additionalProperties": false
        },
        "to": {
          "type": "object",
          "properties": {
            "name": {
              "type": "string"
            },
            "email": {
              "type": "string"
            },
            "role": {
              "$ref": "#/definitions/Role"
            },
            "region": {
              "type": [
                "string",
                "null"
              ]
            }
          },
          "additionalProperties": false
        }
      },
      "required": [
        "repId",
        "from",
        "to"
      ],
      "additionalProperties": false,
      "definitions": {
        "Role": {
          "type": "string",
          "enum": [
            "rep",
            "manager",
            "analyst",
            "admin",
            "reader"
          ],
          "description": "A rep reads all and writes what is theirs, a manager writes for their teams, analyst and reader only read, admin does all."
        }
      }
    },
    "rep-token-issued.v1": {
      "type": "object",
      "properties": {
        "repId": {
          "type": "string"
        },
        "tokenId": {
          "type": "string"
        },
        "secretHash": {
          "type": "string"
        },
        "expiresAt": {
          "anyOf": [
            {
              "$ref": "#/definitions/Instant"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "repId",
        "tokenId",
        "secretHash",
        "expiresAt"
      ],
      "additionalProperties": false,
      "definitions": {
        "Instant": {
          "type": "string",
          "description": "An instant in UTC with milliseconds, `2017-03-01T00:00:00.000Z`: fixed width, so text order is time order."
        }
      }
    },
    "rep-token-revoked.v1": {
      "type": "object",
      "properties": {
        "repId": {
          "type": "string"
        },
        "tokenId": {
          "type": "string"
        }
      },
      "required": [
        "repId",
        "tokenId"
      ],
      "additionalProperties": false
    },
    "rep-departed.v1": {
      "type": "object",
      "properties": {
        "repId": {
          "type": "string"
        },
        "departureId": {
          "type": "string"
        },
        "on": {
          "$ref": "#/definitions/CalendarDate"
        },
        "successors": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/Successor"
          }
        },
        "reason": {
          "type": [
            "string",
            "null"
          ]
        }
      },
      "required": [
        "repId",
        "departureId",
        "on",
        "successors",
        "reason"
      ],
      "additionalProperties": false,
      "definitions": {
        "CalendarDate": {
          "type": "string",
          "description": "A calendar day, `YYYY-MM-DD`."
        },
        "Successor": {
          "type": "object",
          "properties": {
            "ownerId": {
              "type": "string"
            },
            "share": {
              "type": "number"
            }
          },
          "required": [
            "ownerId",
            "share"
          ],
          "additionalProperties": false,
          "description": "Takes `share` ÷ the sum of all shares of what a leaver owned; `share` is above 0."
        }
      }
    },
    "rep-handover-completed.v1": {
      "type": "object",
      "properties": {
        "repId": {
          "type": "string"
        },
        "departureId": {
          "type": "string"
        },
        "customers": {
          "type": "number"
        },
        "deals": {
          "type": "number"
        },
        "tasks": {
          "type": "number"
        }
      },
      "required": [
        "repId",
        "departureId",
        "customers",
        "deals",
        "tasks"
      ],
      "additionalProperties": false
    },
    "product-added.v1": {
      "type": "object",
      "properties": {
        "productId": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "models": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/Model"
          }
        }
      },
      "required": [
        "productId",
        "name",
        "models"
      ],
      "additionalProperties": false,
      "definitions": {
        "Model": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "price": {
              "$ref": "#/definitions/Money"
            }
          },
          "required": [
            "id",
            "name",
            "price"
          ],
          "additionalProperties": false,
          "description": "`price` is the list price of one unit."
        },
        "Money": {
          "type": "object",
          "properties": {
            "amount": {
              "type": "number"
            },
            "currency": {
              "type": "string"
            }
          },
          "required": [
            "amount",
            "currency"
          ],
          "additionalProperties": false,
          "description": "An amount in integer minor units (cents for USD) of one currency (ISO 4217)."
        }
      }
    },
    "product-revised.v1": {
      "type": "object",
      "properties": {
        "productId": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "models": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/Model"
          }
        }
      },
      "required": [
        "productId",
        "name",
        "models"
      ],
      "additionalProperties": false,
      "definitions": {
        "Model": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "price": {
              "$ref": "#/definitions/Money"
            }
          },
          "required": [
            "id",
            "name",
            "price"
          ],
          "additionalProperties": false,
          "description": "`price` is the list price of one unit."
        },
        "Money": {
          "type": "object",
          "properties": {
            "amount": {
              "type": "number"
            },
            "currency": {
              "type": "string"
            }
          },
          "required": [
            "amount",
            "currency"
          ],
          "additionalProperties": false,
          "description": "An amount in integer minor units (cents for USD) of one currency (ISO 4217)."
        }
      }
    },
    "customer-added.v1": {
      "type": "object",
      "properties": {
        "name": {
          "type": "string"
        },
        "industry": {
          "type": [
            "string",
            "null"
          ]
        },
        "region": {
          "type": [
            "string",
            "null"
          ]
        },
        "source": {
          "type": [
            "string",
            "null"
          ],
          "description": "Where the customer came from: a campaign, a referral, an import."
        },
        "customerId": {
          "type": "string"
        },
        "ownerId": {
          "type": [
            "string",
            "null"
          ]
        },
        "contacts": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/Contact"
          }
        }
      },
      "required": [
        "name",
        "industry",
        "region",
        "source",
        "customerId",
        "ownerId",
        "contacts"
      ],
      "additionalProperties": false,
      "definitions": {
        "Contact": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "email": {
              "type": [
                "string",
                "null"
              ]
            },
            "phone": {
              "type": [
                "string",
                "null"
              ]
            },
            "title": {
              "type": [
                "string",
                "null"
              ]
            }
          },
          "required": [
            "id",
            "name",
            "email",
            "phone",
            "title"
          ],
          "additionalProperties": false,
          "description": "A person to talk to at the customer. `id` is unique within the customer."
        }
      }
    },
    "customer-assigned.v1": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "from": {
          "type": [
            "string",
            "null"
          ]
        },
        "to": {
          "type": "string"
        }
      },
      "required": [
        "customerId",
        "from",
        "to"
      ],
      "additionalProperties": false
    },
    "customer-released.v1": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "from": {
          "type": "string"
        },
        "reason": {
          "type": [
            "string",
            "null"
          ]
        }
      },
      "required": [
        "customerId",
        "from",
        "reason"
      ],
      "additionalProperties": false
    },
    "customer-claimed.v1": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "ownerId": {
          "type": "string"
        }
      },
      "required": [
        "customerId",
        "ownerId"
      ],
      "additionalProperties": false
    },
    "customer-profile-changed.v1": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "from": {
          "type": "object",
          "properties": {
            "name": {
              "type": "string"
            },
            "industry": {
              "type": [
                "string",
                "null"
              ]
            },
            "region": {
              "type": [
                "string",
                "null"
              ]
            },
            "source": {
              "type": [
                "string",
                "null"
              ],
              "description": "Where the customer came from: a campaign, a referral, an import."
            }
          },
          "additionalProperties": false
        },
        "to": {
          "type": "object",
          "properties": {
            "name": {
              "type": "string"
            },
            "industry": {
              "type": [
                "string",
                "null"
              ]
            },
            "region": {
              "type": [
                "string",
                "null"
              ]
            },
            "source": {
              "type": [
                "string",
                "null"
              ],
              "description": "Where the customer came from: a campaign, a referral, an import."
            }
          },
          "additionalProperties": false
        }
      },
      "required": [
        "customerId",
        "from",
        "to"
      ],
      "additionalProperties": false
    },
    "customer-contact-added.v1": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "contact": {
          "$ref": "#/definitions/Contact"
        }
      },
      "required": [
        "customerId",
        "contact"
      ],
      "additionalProperties": false,
      "definitions": {
        "Contact": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "email": {
              "type": [
                "string",
                "null"
              ]
            },
            "phone": {
              "type": [
                "string",
                "null"
              ]
            },
            "title": {
              "type": [
                "string",
                "null"
              ]
            }
          },
          "required": [
            "id",
            "name",
            "email",
            "phone",
            "title"
          ],
          "additionalProperties": false,
          "description": "A person to talk to at the customer. `id` is unique within the customer."
        }
      }
    },
    "customer-contact-changed.v1": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "from": {
          "$ref": "#/definitions/Contact"
        },
        "to": {
          "$ref": "#/definitions/Contact"
        }
      },
      "required": [
        "customerId",
        "from",
        "to"
      ],
      "additionalProperties": false,
      "definitions": {
        "Contact": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "email": {
              "type": [
                "string",
                "null"
              ]
            },
            "phone": {
              "type": [
                "string",
                "null"
              ]
            },
            "title": {
              "type": [
                "string",
                "null"
              ]
            }
          },
          "required": [
            "id",
            "name",
            "email",
            "phone",
            "title"
          ],
          "additionalProperties": false,
          "description": "A person to talk to at the customer. `id` is unique within the customer."
        }
      }
    },
    "customer-contact-removed.v1": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "contact": {
          "$ref": "#/definitions/Contact"
        }
      },
      "required": [
        "customerId",
        "contact"
      ],
      "additionalProperties": false,
      "definitions": {
        "Contact": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "email": {
              "type": [
                "string",
                "null"
              ]
            },
            "phone": {
              "type": [
                "string",
                "null"
              ]
            },
            "title": {
              "type": [
                "string",
                "null"
              ]
            }
          },
          "required": [
            "id",
            "name",
            "email",
            "phone",
            "title"
          ],
          "additionalProperties": false,
          "description": "A person to talk to at the customer. `id` is unique within the customer."
        }
      }
    },
    "customer-merged.v1": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "into": {
          "type": "string"
        }
      },
      "required": [
        "customerId",
        "into"
      ],
      "additionalProperties": false
    },
    "customer-erased.v1": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "reason": {
          "type": [
            "string",
            "null"
          ]
        }
      },
      "required": [
        "customerId",
        "reason"
      ],
      "additionalProperties": false
    },
    "customer-erasure-completed.v1": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        }
      },
      "required": [
        "customerId"
      ],
      "additionalProperties": false
    },
    "lead-captured.v1": {
      "type": "object",
      "properties": {
        "name": {
          "type": "string"
        },
        "company": {
          "type": [
            "string",
            "null"
          ]
        },
        "email": {
          "type": [
            "string",
            "null"
          ]
        },
        "phone": {
          "type": [
            "string",
            "null"
          ]
        },
        "source": {
          "type": [
            "string",
            "null"
          ],
          "description": "Where the lead came from: a campaign, a referral, a form."
        },
        "leadId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "ownerId": {
          "type": [
            "string",
            "null"
          ]
        }
      },
      "required": [
        "name",
        "company",
        "email",
        "phone",
        "source",
        "leadId",
        "customerId",
        "ownerId"
      ],
      "additionalProperties": false
    },
    "lead-qualified.v1": {
      "type": "object",
      "properties": {
        "leadId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": [
            "string",
            "null"
          ]
        }
      },
      "required": [
        "leadId",
        "customerId",
        "note"
      ],
      "additionalProperties": false
    },
    "lead-disqualified.v1": {
      "type": "object",
      "properties": {
        "leadId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        }
      },
      "required": [
        "leadId",
        "customerId",
        "reason"
      ],
      "additionalProperties": false
    },
    "lead-converted.v1": {
      "type": "object",
      "properties": {
        "leadId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "ownerId": {
          "type": [
            "string",
            "null"
          ]
        },
        "deal": {
          "anyOf": [
            {
              "$ref": "#/definitions/FirstDeal"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "leadId",
        "customerId",
        "ownerId",
        "deal"
      ],
      "additionalProperties": false,
      "definitions": {
        "FirstDeal": {
          "type": "object",
          "properties": {
            "dealId": {
              "type": "string"
            },
            "processId": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "amount": {
              "$ref": "#/definitions/Money"
            },
            "expectedCloseOn": {
              "anyOf": [
                {
                  "$ref": "#/definitions/CalendarDate"
                },
                {
                  "type": "null"
                }
              ]
            }
          },
          "required": [
            "dealId",
            "processId",
            "name",
            "amount",
            "expectedCloseOn"
          ],
          "additionalProperties": false,
          "description": "The deal that a conversion opens, in the first stage of its process."
        },
        "Money": {
          "type": "object",
          "properties": {
            "amount": {
              "type": "number"
            },
            "currency": {
              "type": "string"
            }
          },
          "required": [
            "amount",
            "currency"
          ],
          "additionalProperties": false,
          "description": "An amount in integer minor units (cents for USD) of one currency (ISO 4217)."
        },
        "CalendarDate": {
          "type": "string",
          "description": "A calendar day, `YYYY-MM-DD`."
        }
      }
    },
    "lead-conversion-completed.v1": {
      "type": "object",
      "properties": {
        "leadId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        }
      },
      "required": [
        "leadId",
        "customerId"
      ],
      "additionalProperties": false
    },
    "deal-opened.v1": {
      "type": "object",
      "properties": {
        "dealId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "processId": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "stage": {
          "type": "string"
        },
        "amount": {
          "$ref": "#/definitions/Money"
        },
        "lines": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/DealLine"
          }
        },
        "ownerId": {
          "type": [
            "string",
            "null"
          ]
        },
        "expectedCloseOn": {
          "anyOf": [
            {
              "$ref": "#/definitions/CalendarDate"
            },
            {
              "type": "null"
            }
          ]
        },
        "fields": {
          "$ref": "#/definitions/FieldValues"
        }
      },
      "required": [
        "dealId",
        "customerId",
        "processId",
        "name",
        "stage",
        "amount",
        "lines",
        "ownerId",
        "expectedCloseOn",
        "fields"
      ],
      "additionalProperties": false,
      "definitions": {
        "Money": {
          "type": "object",
          "properties": {
            "amount": {
              "type": "number"
            },
            "currency": {
              "type": "string"
            }
          },
          "required": [
            "amount",
            "currency"
          ],
          "additionalProperties": false,
          "description": "An amount in integer minor units (cents for USD) of one currency (ISO 4217)."
        },
        "DealLine": {
          "type": "object",
          "properties": {
            "productId": {
              "type": "string"
            },
            "model": {
              "type": [
                "string",
                "null"
              ],
              "description": "Id of a model of the product."
            },
            "quantity": {
              "type": "number"
            },
            "price": {
              "$ref": "#/definitions/Money",
              "description": "Of one unit, as offered."
            },
            "amount": {
              "$ref": "#/definitions/Money",
              "description": "quantity × price; once an amount was agreed on for the deal as a whole, this line's share of it."
            }
          },
          "required": [
            "productId",
            "model",
            "quantity",
            "price",
            "amount"
          ],
          "additionalProperties": false,
          "description": "A product in a deal. The `amount`s of all lines make up the amount of the deal."
        },
        "CalendarDate": {
          "type": "string",
          "description": "A calendar day, `YYYY-MM-DD`."
        },
        "FieldValues": {
          "type": "object",
          "additionalProperties": {
            "type": [
              "string",
              "number",
              "boolean"
            ]
          },
          "description": "What is known of a deal beyond its own attributes, by field name."
        }
      }
    },
    "deal-advanced.v1": {
      "type": "object",
      "properties": {
        "dealId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "from": {
          "type": "string"
        },
        "to": {
          "type": "string"
        },
        "fields": {
          "$ref": "#/definitions/FieldValues"
        }
      },
      "required": [
        "dealId",
        "customerId",
        "from",
        "to",
        "fields"
      ],
      "additionalProperties": false,
      "definitions": {
        "FieldValues": {
          "type": "object",
          "additionalProperties": {
            "type": [
              "string",
              "number",
              "boolean"
            ]
          },
          "description": "What is known of a deal beyond its own attributes, by field name."
        }
      }
    },
    "deal-moved-back.v1": {
      "type": "object",
      "properties": {
        "dealId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "from": {
          "type": "string"
        },
        "to": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        }
      },
      "required": [
        "dealId",
        "customerId",
        "from",
        "to",
        "reason"
      ],
      "additionalProperties": false
    },
    "deal-amount-changed.v1": {
      "type": "object",
      "properties": {
        "dealId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "from": {
          "$ref": "#/definitions/Money"
        },
        "to": {
          "$ref": "#/definitions/Money"
        },
        "lines": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/DealLine"
          }
        }
      },
      "required": [
        "dealId",
        "customerId",
        "from",
        "to",
        "lines"
      ],
      "additionalProperties": false,
      "definitions": {
        "Money": {
          "type": "object",
          "properties": {
            "amount": {
              "type": "number"
            },
            "currency": {
              "type": "string"
            }
          },
          "required": [
            "amount",
            "currency"
          ],
          "additionalProperties": false,
          "description": "An amount in integer minor units (cents for USD) of one currency (ISO 4217)."
        },
        "DealLine": {
          "type": "object",
          "properties": {
            "productId": {
              "type": "string"
            },
            "model": {
              "type": [
                "string",
                "null"
              ],
              "description": "Id of a model of the product."
            },
            "quantity": {
              "type": "number"
            },
            "price": {
              "$ref": "#/definitions/Money",
              "description": "Of one unit, as offered."
            },
            "amount": {
              "$ref": "#/definitions/Money",
              "description": "quantity × price; once an amount was agreed on for the deal as a whole, this line's share of it."
            }
          },
          "required": [
            "productId",
            "model",
            "quantity",
            "price",
            "amount"
          ],
          "additionalProperties": false,
          "description": "A product in a deal. The `amount`s of all lines make up the amount of the deal."
        }
      }
    },
    "deal-lines-changed.v1": {
      "type": "object",
      "properties": {
        "dealId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "from": {
          "$ref": "#/definitions/Money"
        },
        "to": {
          "$ref": "#/definitions/Money"
        },
        "lines": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/DealLine"
          }
        }
      },
      "required": [
        "dealId",
        "customerId",
        "from",
        "to",
        "lines"
      ],
      "additionalProperties": false,
      "definitions": {
        "Money": {
          "type": "object",
          "properties": {
            "amount": {
              "type": "number"
            },
            "currency": {
              "type": "string"
            }
          },
          "required": [
            "amount",
            "currency"
          ],
          "additionalProperties": false,
          "description": "An amount in integer minor units (cents for USD) of one currency (ISO 4217)."
        },
        "DealLine": {
          "type": "object",
          "properties": {
            "productId": {
              "type": "string"
            },
            "model": {
              "type": [
                "string",
                "null"
              ],
              "description": "Id of a model of the product."
            },
            "quantity": {
              "type": "number"
            },
            "price": {
              "$ref": "#/definitions/Money",
              "description": "Of one unit, as offered."
            },
            "amount": {
              "$ref": "#/definitions/Money",
              "description": "quantity × price; once an amount was agreed on for the deal as a whole, this line's share of it."
            }
          },
          "required": [
            "productId",
            "model",
            "quantity",
            "price",
            "amount"
          ],
          "additionalProperties": false,
          "description": "A product in a deal. The `amount`s of all lines make up the amount of the deal."
        }
      }
    },
    "deal-rescheduled.v1": {
      "type": "object",
      "properties": {
        "dealId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "from": {
          "anyOf": [
            {
              "$ref": "#/definitions/CalendarDate"
            },
            {
              "type": "null"
            }
          ]
        },
        "to": {
          "anyOf": [
            {
              "$ref": "#/definitions/CalendarDate"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "dealId",
        "customerId",
        "from",
        "to"
      ],
      "additionalProperties": false,
      "definitions": {
        "CalendarDate": {
          "type": "string",
          "description": "A calendar day, `YYYY-MM-DD`."
        }
      }
    },
    "deal-categorized.v1": {
      "type": "object",
      "properties": {
        "dealId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "from": {
          "anyOf": [
            {
              "$ref": "#/definitions/CategoryOverride"
            },
            {
              "type": "null"
            }
          ]
        },
        "to": {
          "anyOf": [
            {
              "$ref": "#/definitions/CategoryOverride"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "dealId",
        "customerId",
        "from",
        "to"
      ],
      "additionalProperties": false,
      "definitions": {
        "CategoryOverride": {
          "anyOf": [
            {
              "$ref": "#/definitions/ForecastCategory"
            },
            {
              "type": "string",
              "const": "omitted"
            }
          ],
          "description": "What a person judges the deal to be, against what its stage says. An omitted deal is in no forecast."
        },
        "ForecastCategory": {
          "type": "string",
          "enum": [
            "pipeline",
            "bestCase",
            "commit"
          ]
        }
      }
    },
    "deal-reassigned.v1": {
      "type": "object",
      "properties": {
        "dealId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "from": {
          "type": [
            "string",
            "null"
          ]
        },
        "to": {
          "type": [
            "string",
            "null"
          ]
        }
      },
      "required": [
        "dealId",
        "customerId",
        "from",
        "to"
      ],
      "additionalProperties": false
    },
    "deal-split.v1": {
      "type": "object",
      "properties": {
        "dealId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "from": {
          "anyOf": [
            {
              "type": "array",
              "items": {
                "$ref": "#/definitions/CreditShare"
              }
            },
            {
              "type": "null"
            }
          ]
        },
        "to": {
          "anyOf": [
            {
              "type": "array",
              "items": {
                "$ref": "#/definitions/CreditShare"
              }
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "dealId",
        "customerId",
        "from",
        "to"
      ],
      "additionalProperties": false,
      "definitions": {
        "CreditShare": {
          "type": "object",
          "properties": {
            "repId": {
              "type": "string"
            },
            "basisPoints": {
              "type": "number"
            }
          },
          "required": [
            "repId",
            "basisPoints"
          ],
          "additionalProperties": false,
          "description": "A rep's part of the credit for a deal, in hundredths of a percent: 10,000 are all of it."
        }
      }
    },
    "deal-won.v1": {
      "type": "object",
      "properties": {
        "dealId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "processId": {
          "type": "string"
        },
        "stage": {
          "type": "string"
        },
        "amount": {
          "$ref": "#/definitions/Money"
        },
        "lines": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/DealLine"
          }
        },
        "ownerId": {
          "type": [
            "string",
            "null"
          ]
        },
        "signedOn": {
          "$ref": "#/definitions/CalendarDate"
        }
      },
      "required": [
        "dealId",
        "customerId",
        "processId",
        "stage",
        "amount",
        "lines",
        "ownerId",
        "signedOn"
      ],
      "additionalProperties": false,
      "definitions": {
        "Money": {
          "type": "object",
          "properties": {
            "amount": {
              "type": "number"
            },
            "currency": {
              "type": "string"
            }
          },
          "required": [
            "amount",
            "currency"
          ],
          "additionalProperties": false,
          "description": "An amount in integer minor units (cents for USD) of one currency (ISO 4217)."
        },
        "DealLine": {
          "type": "object",
          "properties": {
            "productId": {
              "type": "string"
            },
            "model": {
              "type": [
                "string",
                "null"
              ],
              "description": "Id of a model of the product."
            },
            "quantity": {
              "type": "number"
            },
            "price": {
              "$ref": "#/definitions/Money",
              "description": "Of one unit, as offered."
            },
            "amount": {
              "$ref": "#/definitions/Money",
              "description": "quantity × price; once an amount was agreed on for the deal as a whole, this line's share of it."
            }
          },
          "required": [
            "productId",
            "model",
            "quantity",
            "price",
            "amount"
          ],
          "additionalProperties": false,
          "description": "A product in a deal. The `amount`s of all lines make up the amount of the deal."
        },
        "CalendarDate": {
          "type": "string",
          "description": "A calendar day, `YYYY-MM-DD`."
        }
      }
    },
    "deal-lost.v1": {
      "type": "object",
      "properties": {
        "dealId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "processId": {
          "type": "string"
        },
        "stage": {
          "type": "string"
        },
        "amount": {
          "$ref": "#/definitions/Money"
        },
        "lines": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/DealLine"
          }
        },
        "ownerId": {
          "type": [
            "string",
            "null"
          ]
        },
        "reason": {
          "type": "string"
        },
        "competitor": {
          "type": [
            "string",
            "null"
          ]
        }
      },
      "required": [
        "dealId",
        "customerId",
        "processId",
        "stage",
        "amount",
        "lines",
        "ownerId",
        "reason",
        "competitor"
      ],
      "additionalProperties": false,
      "definitions": {
        "Money": {
          "type": "object",
          "properties": {
            "amount": {
              "type": "number"
            },
            "currency": {
              "type": "string"
            }
          },
          "required": [
            "amount",
            "currency"
          ],
          "additionalProperties": false,
          "description": "An amount in integer minor units (cents for USD) of one currency (ISO 4217)."
        },
        "DealLine": {
          "type": "object",
          "properties": {
            "productId": {
              "type": "string"
            },
            "model": {
              "type": [
                "string",
                "null"
              ],
              "description": "Id of a model of the product."
            },
            "quantity": {
              "type": "number"
            },
            "price": {
              "$ref": "#/definitions/Money",
              "description": "Of one unit, as offered."
            },
            "amount": {
              "$ref": "#/definitions/Money",
              "description": "quantity × price; once an amount was agreed on for the deal as a whole, this line's share of it."
            }
          },
          "required": [
            "productId",
            "model",
            "quantity",
            "price",
            "amount"
          ],
          "additionalProperties": false,
          "description": "A product in a deal. The `amount`s of all lines make up the amount of the deal."
        }
      }
    },
    "deal-reopened.v1": {
      "type": "object",
      "properties": {
        "dealId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "processId": {
          "type": "string"
        },
        "was": {
          "type": "string",
          "enum": [
            "Won",
            "Lost"
          ]
        },
        "stage": {
          "type": "string"
        },
        "amount": {
          "$ref": "#/definitions/Money"
        },
        "ownerId": {
          "type": [
            "string",
            "null"
          ]
        },
        "reason": {
          "type": "string"
        }
      },
      "required": [
        "dealId",
        "customerId",
        "processId",
        "was",
        "stage",
        "amount",
        "ownerId",
        "reason"
      ],
      "additionalProperties": false,
      "definitions": {
        "Money": {
          "type": "object",
          "properties": {
            "amount": {
              "type": "number"
            },
            "currency": {
              "type": "string"
            }
          },
          "required": [
            "amount",
            "currency"
          ],
          "additionalProperties": false,
          "description": "An amount in integer minor units (cents for USD) of one currency (ISO 4217)."
        }
      }
    },
    "deal-corrected.v1": {
      "type": "object",
      "properties": {
        "dealId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "effectiveAt": {
          "$ref": "#/definitions/Instant"
        },
        "amount": {
          "anyOf": [
            {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "lines": {
                  "type": "array",
                  "items": {
                    "$ref": "#/definitions/DealLine"
                  }
                },
                "from": {
                  "$ref": "#/definitions/Money"
                },
                "to": {
                  "$ref": "#/definitions/Money"
                },
                "until": {
                  "anyOf": [
                    {
                      "$ref": "#/definitions/Instant"
                    },
                    {
                      "type": "null"
                    }
                  ]
                }
              },
              "required": [
                "from",
                "lines",
                "to",
                "until"
              ]
            },
            {
              "type": "null"
            }
          ]
        },
        "stage": {
          "anyOf": [
            {
              "$ref": "#/definitions/Correction%3Cstring%3E"
            },
            {
              "type": "null"
            }
          ]
        },
        "expectedCloseOn": {
          "anyOf": [
            {
              "$ref": "#/definitions/Correction%3C(CalendarDate%7Cnull)%3E"
            },
            {
              "type": "null"
            }
          ]
        },
        "ownerId": {
          "anyOf": [
            {
              "$ref": "#/definitions/Correction%3C(string%7Cnull)%3E"
            },
            {
              "type": "null"
            }
          ]
        },
        "reason": {
          "type": "string"
        }
      },
      "required": [
        "dealId",
        "customerId",
        "effectiveAt",
        "amount",
        "stage",
        "expectedCloseOn",
        "ownerId",
        "reason"
      ],
      "additionalProperties": false,
      "definitions": {
        "Instant": {
          "type": "string",
          "description": "An instant in UTC with milliseconds, `2017-03-01T00:00:00.000Z`: fixed width, so text order is time order."
        },
        "DealLine": {
          "type": "object",
          "properties": {
            "productId": {
              "type": "string"
            },
            "model": {
              "type": [
                "string",
                "null"
              ],
              "description": "Id of a model of the product."
            },
            "quantity": {
              "type": "number"
            },
            "price": {
              "$ref": "#/definitions/Money",
              "description": "Of one unit, as offered."
            },
            "amount": {
              "$ref": "#/definitions/Money",
              "description": "quantity × price; once an amount was agreed on for the deal as a whole, this line's share of it."
            }
          },
          "required": [
            "productId",
            "model",
            "quantity",
            "price",
            "amount"
          ],
          "additionalProperties": false,
          "description": "A product in a deal. The `amount`s of all lines make up the amount of the deal."
        },
        "Money": {
          "type": "object",
          "properties": {
            "amount": {
              "type": "number"
            },
            "currency": {
              "type": "string"
            }
          },
          "required": [
            "amount",
            "currency"
          ],
          "additionalProperties": false,
          "description": "An amount in integer minor units (cents for USD) of one currency (ISO 4217)."
        },
        "Correction<string>": {
          "type": "object",
          "properties": {
            "from": {
              "type": "string"
            },
            "to": {
              "type": "string"
            },
            "until": {
              "anyOf": [
                {
                  "$ref": "#/definitions/Instant"
                },
                {
                  "type": "null"
                }
              ]
            }
          },
          "required": [
            "from",
            "to",
            "until"
          ],
          "additionalProperties": false,
          "description": "What a field was thought to be, and what it was, until before `until`: null means until now."
        },
        "Correction<(CalendarDate|null)>": {
          "type": "object",
          "properties": {
            "from": {
              "anyOf": [
                {
                  "$ref": "#/definitions/CalendarDate"
                },
                {
                  "type": "null"
                }
              ]
            },
            "to": {
              "anyOf": [
                {
                  "$ref": "#/definitions/CalendarDate"
                },
                {
                  "type": "null"
                }
              ]
            },
            "until": {
              "anyOf": [
                {
                  "$ref": "#/definitions/Instant"
                },
                {
                  "type": "null"
                }
              ]
            }
          },
          "required": [
            "from",
            "to",
            "until"
          ],
          "additionalProperties": false,
          "description": "What a field was thought to be, and what it was, until before `until`: null means until now."
        },
        "CalendarDate": {
          "type": "string",
          "description": "A calendar day, `YYYY-MM-DD`."
        },
        "Correction<(string|null)>": {
          "type": "object",
          "properties": {
            "from": {
              "type": [
                "string",
                "null"
              ]
            },
            "to": {
              "type": [
                "string",
                "null"
              ]
            },
            "until": {
              "anyOf": [
                {
                  "$ref": "#/definitions/Instant"
                },
                {
                  "type": "null"
                }
              ]
            }
          },
          "required": [
            "from",
            "to",
            "until"
          ],
          "additionalProperties": false,
          "description": "What a field was thought to be, and what it was, until before `until`: null means until now."
        }
      }
    },
    "call-logged.v1": {
      "type": "object",
      "properties": {
        "activityId": {
          "type": "string"
        },
        "repId": {
          "type": "string"
        },
        "customerId": {
          "type": [
            "string",
            "null"
          ]
        },
        "dealId": {
          "type": [
            "string",
            "null"
          ]
        },
        "subject": {
          "type": [
            "string",
            "null"
          ]
        },
        "text": {
          "type": [
            "string",
            "null"
          ]
        },
        "direction": {
          "anyOf": [
            {
              "$ref": "#/definitions/Direction"
            },
            {
              "type": "null"
            }
          ]
        },
        "durationSeconds": {
          "type": [
            "number",
            "null"
          ]
        },
        "outcome": {
          "type": [
            "string",
            "null"
          ]
        }
      },
      "required": [
        "activityId",
        "repId",
        "customerId",
        "dealId",
        "subject",
        "text",
        "direction",
        "durationSeconds",
        "outcome"
      ],
      "additionalProperties": false,
      "definitions": {
        "Direction": {
          "type": "string",
          "enum": [
            "inbound",
            "outbound"
          ]
        }
      }
    },
    "email-logged.v1": {
      "type": "object",
      "properties": {
        "activityId": {
          "type": "string"
        },
        "repId": {
          "type": "string"
        },
        "customerId": {
          "type": [
            "string",
            "null"
          ]
        },
        "dealId": {
          "type": [
            "string",
            "null"
          ]
        },
        "subject": {
          "type": [
            "string",
            "null"
          ]
        },
        "text": {
          "type": [
            "string",
            "null"
          ]
        },
        "direction": {
          "anyOf": [
            {
              "$ref": "#/definitions/Direction"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "activityId",
        "repId",
        "customerId",
        "dealId",
        "subject",
        "text",
        "direction"
      ],
      "additionalProperties": false,
      "definitions": {
        "Direction": {
          "type": "string",
          "enum": [
            "inbound",
            "outbound"
          ]
        }
      }
    },
    "meeting-logged.v1": {
      "type": "object",
      "properties": {
        "activityId": {
          "type": "string"
        },
        "repId": {
          "type": "string"
        },
        "customerId": {
          "type": [
            "string",
            "null"
          ]
        },
        "dealId": {
          "type": [
            "string",
            "null"
          ]
        },
        "subject": {
          "type": [
            "string",
            "null"
          ]
        },
        "text": {
          "type": [
            "string",
            "null"
          ]
        },
        "startsAt": {
          "$ref": "#/definitions/Instant"
        },
        "endsAt": {
          "anyOf": [
            {
              "$ref": "#/definitions/Instant"
            },
            {
              "type": "null"
            }
          ]
        },
        "outcome": {
          "type": [
            "string",
            "null"
          ]
        }
      },
      "required": [
        "activityId",
        "repId",
        "customerId",
        "dealId",
        "subject",
        "text",
        "startsAt",
        "endsAt",
        "outcome"
      ],
      "additionalProperties": false,
      "definitions": {
        "Instant": {
          "type": "string",
          "description": "An instant in UTC with milliseconds, `2017-03-01T00:00:00.000Z`: fixed width, so text order is time order."
        }
      }
    },
    "note-taken.v1": {
      "type": "object",
      "properties": {
        "activityId": {
          "type": "string"
        },
        "repId": {
          "type": "string"
        },
        "customerId": {
          "type": [
            "string",
            "null"
          ]
        },
        "dealId": {
          "type": [
            "string",
            "null"
          ]
        },
        "subject": {
          "type": [
            "string",
            "null"
          ]
        },
        "text": {
          "type": [
            "string",
            "null"
          ]
        }
      },
      "required": [
        "activityId",
        "repId",
        "customerId",
        "dealId",
        "subject",
        "text"
      ],
      "additionalProperties": false
    },
    "task-added.v1": {
      "type": "object",
      "properties": {
        "activityId": {
          "type": "string"
        },
        "repId": {
          "type": "string"
        },
        "customerId": {
          "type": [
            "string",
            "null"
          ]
        },
        "dealId": {
          "type": [
            "string",
            "null"
          ]
        },
        "subject": {
          "type": [
            "string",
            "null"
          ]
        },
        "text": {
          "type": [
            "string",
            "null"
          ]
        },
        "dueOn": {
          "anyOf": [
            {
              "$ref": "#/definitions/CalendarDate"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "activityId",
        "repId",
        "customerId",
        "dealId",
        "subject",
        "text",
        "dueOn"
      ],
      "additionalProperties": false,
      "definitions": {
        "CalendarDate": {
          "type": "string",
          "description": "A calendar day, `YYYY-MM-DD`."
        }
      }
    },
    "task-completed.v1": {
      "type": "object",
      "properties": {
        "activityId": {
          "type": "string"
        },
        "repId": {
          "type": "string"
        }
      },
      "required": [
        "activityId",
        "repId"
      ],
      "additionalProperties": false
    },
    "task-reassigned.v1": {
      "type": "object",
      "properties": {
        "activityId": {
          "type": "string"
        },
        "from": {
          "type": "string"
        },
        "to": {
          "type": "string"
        }
      },
      "required": [
        "activityId",
        "from",
        "to"
      ],
      "additionalProperties": false
    },
    "quota-set.v2": {
      "type": "object",
      "properties": {
        "scope": {
          "type": "string",
          "enum": [
            "rep",
            "team"
          ]
        },
        "scopeId": {
          "type": "string"
        },
        "period": {
          "type": "string"
        },
        "days": {
          "anyOf": [
            {
              "$ref": "#/definitions/DateRange"
            },
            {
              "type": "null"
            }
          ]
        },
        "amount": {
          "$ref": "#/definitions/Money"
        },
        "from": {
          "anyOf": [
            {
              "$ref": "#/definitions/Money"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "scope",
        "scopeId",
        "period",
        "days",
        "amount",
        "from"
      ],
      "additionalProperties": false,
      "definitions": {
        "DateRange": {
          "type": "object",
          "properties": {
            "from": {
              "$ref": "#/definitions/CalendarDate"
            },
            "to": {
              "$ref": "#/definitions/CalendarDate"
            }
          },
          "required": [
            "from",
            "to"
          ],
          "additionalProperties": false,
          "description": "Days from `from` on, before `to`."
        },
        "CalendarDate": {
          "type": "string",
          "description": "A calendar day, `YYYY-MM-DD`."
        },
        "Money": {
          "type": "object",
          "properties": {
            "amount": {
              "type": "number"
            },
            "currency": {
              "type": "string"
            }
          },
          "required": [
            "amount",
            "currency"
          ],
          "additionalProperties": false,
          "description": "An amount in integer minor units (cents for USD) of one currency (ISO 4217)."
        }
      }
    },
    "count-quota-set.v1": {
      "type": "object",
      "properties": {
        "scope": {
          "type": "string",
          "enum": [
            "rep",
            "team"
          ]
        },
        "scopeId": {
          "type": "string"
        },
        "period": {
          "type": "string"
        },
        "days": {
          "anyOf": [
            {
              "$ref": "#/definitions/DateRange"
            },
            {
              "type": "null"
            }
          ]
        },
        "measure": {
          "$ref": "#/definitions/CountMeasure"
        },
        "target": {
          "type": "number"
        },
        "from": {
          "type": [
            "number",
            "null"
          ]
        }
      },
      "required": [
        "scope",
        "scopeId",
        "period",
        "days",
        "measure",
        "target",
        "from"
      ],
      "additionalProperties": false,
      "definitions": {
        "DateRange": {
          "type": "object",
          "properties": {
            "from": {
              "$ref": "#/definitions/CalendarDate"
            },
            "to": {
              "$ref": "#/definitions/CalendarDate"
            }
          },
          "required": [
            "from",
            "to"
          ],
          "additionalProperties": false,
          "description": "Days from `from` on, before `to`."
        },
        "CalendarDate": {
          "type": "string",
          "description": "A calendar day, `YYYY-MM-DD`."
        },
        "CountMeasure": {
          "type": "string",
          "enum": [
            "deals",
            "activities"
          ],
          "description": "The measures that are a number and no money."
        }
      }
    },
    "forecast-adjusted.v1": {
      "type": "object",
      "properties": {
        "scope": {
          "type": "string",
          "enum": [
            "rep",
            "team"
          ]
        },
        "scopeId": {
          "type": "string"
        },
        "period": {
          "type": "string"
        },
        "days": {
          "$ref": "#/definitions/DateRange"
        },
        "category": {
          "$ref": "#/definitions/ForecastCategory"
        },
        "level": {
          "type": [
            "string",
            "null"
          ]
        },
        "amount": {
          "anyOf": [
            {
              "$ref": "#/definitions/Money"
            },
            {
              "type": "null"
            }
          ]
        },
        "note": {
          "type": [
            "string",
            "null"
          ]
        },
        "from": {
          "anyOf": [
            {
              "$ref": "#/definitions/Money"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "scope",
        "scopeId",
        "period",
        "days",
        "category",
        "level",
        "amount",
        "note",
        "from"
      ],
      "additionalProperties": false,
      "definitions": {
        "DateRange": {
          "type": "object",
          "properties": {
            "from": {
              "$ref": "#/definitions/CalendarDate"
            },
            "to": {
              "$ref": "#/definitions/CalendarDate"
            }
          },
          "required": [
            "from",
            "to"
          ],
          "additionalProperties": false,
          "description": "Days from `from` on, before `to`."
        },
        "CalendarDate": {
          "type": "string",
          "description": "A calendar day, `YYYY-MM-DD`."
        },
        "ForecastCategory": {
          "type": "string",
          "enum": [
            "pipeline",
            "bestCase",
            "commit"
          ]
        },
        "Money": {
          "type": "object",
          "properties": {
            "amount": {
              "type": "number"
            },
            "currency": {
              "type": "string"
            }
          },
          "required": [
            "amount",
            "currency"
          ],
          "additionalProperties": false,
          "description": "An amount in integer minor units (cents for USD) of one currency (ISO 4217)."
        }
      }
    },
    "forecast-submitted.v1": {
      "type": "object",
      "properties": {
        "scope": {
          "type": "string",
          "enum": [
            "rep",
            "team"
          ]
        },
        "scopeId": {
          "type": "string"
        },
        "period": {
          "type": "string"
        },
        "days": {
          "$ref": "#/definitions/DateRange"
        },
        "category": {
          "$ref": "#/definitions/ForecastCategory"
        },
        "amount": {
          "$ref": "#/definitions/Money"
        },
        "note": {
          "type": [
            "string",
            "null"
          ]
        },
        "from": {
          "anyOf": [
            {
              "$ref": "#/definitions/Money"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "scope",
        "scopeId",
        "period",
        "days",
        "category",
        "amount",
        "note",
        "from"
      ],
      "additionalProperties": false,
      "definitions": {
        "DateRange": {
          "type": "object",
          "properties": {
            "from": {
              "$ref": "#/definitions/CalendarDate"
            },
            "to": {
              "$ref": "#/definitions/CalendarDate"
            }
          },
          "required": [
            "from",
            "to"
          ],
          "additionalProperties": false,
          "description": "Days from `from` on, before `to`."
        },
        "CalendarDate": {
          "type": "string",
          "description": "A calendar day, `YYYY-MM-DD`."
        },
        "ForecastCategory": {
          "type": "string",
          "enum": [
            "pipeline",
            "bestCase",
            "commit"
          ]
        },
        "Money": {
          "type": "object",
          "properties": {
            "amount": {
              "type": "number"
            },
            "currency": {
              "type": "string"
            }
          },
          "required": [
            "amount",
            "currency"
          ],
          "additionalProperties": false,
          "description": "An amount in integer minor units (cents for USD) of one currency (ISO 4217)."
        }
      }
    },
    "submission-deadline-set.v1": {
      "type": "object",
      "properties": {
        "unit": {
          "$ref": "#/definitions/PeriodUnit"
        },
        "dueOnDay": {
          "type": [
            "number",
            "null"
          ]
        },
        "from": {
          "type": [
            "number",
            "null"
          ]
        }
      },
      "required": [
        "unit",
        "dueOnDay",
        "from"
      ],
      "additionalProperties": false,
      "definitions": {
        "PeriodUnit": {
          "type": "string",
          "enum": [
            "month",
            "quarter",
            "year"
          ]
        }
      }
    },
    "landing-state-changed.v1": {
      "type": "object",
      "properties": {
        "scope": {
          "type": "string",
          "enum": [
            "rep",
            "team"
          ]
        },
        "scopeId": {
          "type": "string"
        },
        "period": {
          "type": "string"
        },
        "days": {
          "$ref": "#/definitions/DateRange"
        },
        "from": {
          "anyOf": [
            {
              "$ref": "#/definitions/LandingState"
            },
            {
              "type": "null"
            }
          ]
        },
        "to": {
          "$ref": "#/definitions/LandingState"
        },
        "quota": {
          "$ref": "#/definitions/Money"
        },
        "won": {
          "$ref": "#/definitions/Money"
        },
        "projected": {
          "$ref": "#/definitions/Money"
        },
        "reasons": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/LandingReason"
          }
        },
        "told": {
          "type": "array",
          "items": {
            "type": "string"
          },
          "description": "Ids of reps."
        }
      },
      "required": [
        "scope",
        "scopeId",
        "period",
        "days",
        "from",
        "to",
        "quota",
        "won",
        "projected",
        "reasons",
        "told"
      ],
      "additionalProperties": false,
      "definitions": {
        "DateRange": {
          "type": "object",
          "properties": {
            "from": {
              "$ref": "#/definitions/CalendarDate"
            },
            "to": {
              "$ref": "#/definitions/CalendarDate"
            }
          },
          "required": [
            "from",
            "to"
          ],
          "additionalProperties": false,
          "description": "Days from `from` on, before `to`."
        },
        "CalendarDate": {
          "type": "string",
          "description": "A calendar day, `YYYY-MM-DD`."
        },
        "LandingState": {
          "type": "string",
          "enum": [
            "met",
            "onTrack",
            "atRisk",
            "willMiss"
          ]
        },
        "Money": {
          "type": "object",
          "properties": {
            "amount": {
              "type": "number"
            },
            "currency": {
              "type": "string"
            }
          },
          "required": [
            "amount",
            "currency"
          ],
          "additionalProperties": false,
          "description": "An amount in integer minor units (cents for USD) of one currency (ISO 4217)."
        },
        "LandingReason": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "code": {
                  "type": "string",
                  "const": "coverageLow"
                },
                "coverage": {
                  "type": "number"
                },
                "needed": {
                  "type": "number"
                }
              },
              "required": [
                "code",
                "coverage",
                "needed"
              ],
              "additionalProperties": false
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "type": "string",
                  "const": "winRateFell"
                },
                "now": {
                  "type": "number"
                },
                "before": {
                  "type": "number"
                }
              },
              "required": [
                "code",
                "now",
                "before"
              ],
              "additionalProperties": false
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "type": "string",
                  "const": "dealsPushedOut"
                },
                "deals": {
                  "type": "number"
                },
                "amount": {
                  "type": "number"
                }
              },
              "required": [
                "code",
                "deals",
                "amount"
              ],
              "additionalProperties": false
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "type": "string",
                  "const": "dealsLost"
                },
                "deals": {
                  "type": "number"
                },
                "amount": {
                  "type": "number"
                }
              },
              "required": [
                "code",
                "deals",
                "amount"
              ],
              "additionalProperties": false
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "type": "string",
                  "const": "fewNewDeals"
                },
                "deals": {
                  "type": "number"
                },
                "usual": {
                  "type": "number"
                }
              },
              "required": [
                "code",
                "deals",
                "usual"
              ],
              "additionalProperties": false
            },
            {
              "type": "object",
              "properties": {
                "code": {
                  "type": "string",
                  "const": "activityDown"
                },
                "activities": {
                  "type": "number"
                },
                "usual": {
                  "type": "number"
                }
              },
              "required": [
                "code",
                "activities",
                "usual"
              ],
              "additionalProperties": false
            }
          ],
          "description": "What may keep somebody from their quota, with the figures that show it. Amounts in minor units."
        }
      }
    },
    "leaderboard-name-chosen.v1": {
      "type": "object",
      "properties": {
        "repId": {
          "type": "string"
        },
        "name": {
          "type": [
            "string",
            "null"
          ]
        }
      },
      "required": [
        "repId",
        "name"
      ],
      "additionalProperties": false
    },
    "forecast-method-chosen.v1": {
      "type": "object",
      "properties": {
        "method": {
          "type": "string"
        },
        "evidence": {
          "anyOf": [
            {
              "$ref": "#/definitions/BackTestEvidence"
            },
            {
              "type": "null"
            }
          ]
        },
        "from": {
          "type": [
            "string",
            "null"
          ]
        }
      },
      "required": [
        "method",
        "evidence",
        "from"
      ],
      "additionalProperties": false,
      "definitions": {
        "BackTestEvidence": {
          "type": "object",
          "properties": {
            "backTestId": {
              "type": "string"
            },
            "forecasts": {
              "type": "number"
            },
            "accuracy": {
              "type": "number"
            },
            "bias": {
              "type": "number"
            },
            "error": {
              "type": "number"
            }
          },
          "required": [
            "backTestId",
            "forecasts",
            "accuracy",
            "bias",
            "error"
          ],
          "additionalProperties": false,
          "description": "How good a method was in a back-test: shares, over so many forecasts."
        }
      }
    },
    "notification-raised.v1": {
      "type": "object",
      "properties": {
        "notificationId": {
          "type": "string"
        },
        "recipientId": {
          "type": "string"
        },
        "topic": {
          "type": "string"
        },
        "subject": {
          "type": "string"
        },
        "text": {
          "type": "string"
        },
        "about": {
          "$ref": "#/definitions/NotificationSubject"
        },
        "channels": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/Channel"
          }
        }
      },
      "required": [
        "notificationId",
        "recipientId",
        "topic",
        "subject",
        "text",
        "about",
        "channels"
      ],
      "additionalProperties": false,
      "definitions": {
        "NotificationSubject": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "kind": {
                  "type": "string"
                },
                "id": {
                  "type": "string"
                },
                "period": {
                  "type": [
                    "string",
                    "null"
                  ]
                }
              },
              "required": [
                "kind",
                "id",
                "period"
              ],
              "additionalProperties": false
            },
            {
              "type": "null"
            }
          ],
          "description": "What a notification is about; null: nothing that can be looked up."
        },
        "Channel": {
          "type": "string",
          "enum": [
            "email",
            "webhook"
          ]
        }
      }
    },
    "notification-delivered.v1": {
      "type": "object",
      "properties": {
        "notificationId": {
          "type": "string"
        },
        "channel": {
          "$ref": "#/definitions/Channel"
        }
      },
      "required": [
        "notificationId",
        "channel"
      ],
      "additionalProperties": false,
      "definitions": {
        "Channel": {
          "type": "string",
          "enum": [
            "email",
            "webhook"
          ]
        }
      }
    },
    "notification-given-up.v1": {
      "type": "object",
      "properties": {
        "notificationId": {
          "type": "string"
        },
        "channel": {
          "$ref": "#/definitions/Channel"
        },
        "reason": {
          "type": "string",
          "const": "recipientDeparted"
        }
      },
      "required": [
        "notificationId",
        "channel",
        "reason"
      ],
      "additionalProperties": false,
      "definitions": {
        "Channel": {
          "type": "string",
          "enum": [
            "email",
            "webhook"
          ]
        }
      }
    },
    "notification-delivery-failed.v1": {
      "type": "object",
      "properties": {
        "notificationId": {
          "type": "string"
        },
        "channel": {
          "$ref": "#/definitions/Channel"
        },
        "error": {
          "type": "string"
        }
      },
      "required": [
        "notificationId",
        "channel",
        "error"
      ],
      "additionalProperties": false,
      "definitions": {
        "Channel": {
          "type": "string",
          "enum": [
            "email",
            "webhook"
          ]
        }
      }
    },
    "notification-delivery-retried.v1": {
      "type": "object",
      "properties": {
        "notificationId": {
          "type": "string"
        },
        "channel": {
          "$ref": "#/definitions/Channel"
        }
      },
      "required": [
        "notificationId",
        "channel"
      ],
      "additionalProperties": false,
      "definitions": {
        "Channel": {
          "type": "string",
          "enum": [
            "email",
            "webhook"
          ]
        }
      }
    },
    "notification-read.v1": {
      "type": "object",
      "properties": {
        "notificationId": {
          "type": "string"
        }
      },
      "required": [
        "notificationId"
      ],
      "additionalProperties": false
    },
    "report-saved.v1": {
      "type": "object",
      "properties": {
        "reportId": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "ownerId": {
          "type": "string"
        },
        "definition": {
          "$ref": "#/definitions/SavedDefinition"
        },
        "schedule": {
          "anyOf": [
            {
              "$ref": "#/definitions/ReportSchedule"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "reportId",
        "name",
        "ownerId",
        "definition",
        "schedule"
      ],
      "additionalProperties": false,
      "definitions": {
        "SavedDefinition": {
          "type": "object",
          "properties": {
            "report": {
              "type": "string"
            },
            "period": {
              "type": [
                "string",
                "null"
              ]
            },
            "relative": {
              "anyOf": [
                {
                  "$ref": "#/definitions/RelativePeriod"
                },
                {
                  "type": "null"
                }
              ]
            },
            "group": {
              "type": [
                "string",
                "null"
              ]
            },
            "second": {
              "type": "string",
              "description": "Within the group; not there: none."
            },
            "filter": {
              "type": "object",
              "additionalProperties": {
                "type": "string"
              }
            },
            "compare": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          "required": [
            "report",
            "period",
            "relative",
            "group",
            "filter",
            "compare"
          ],
          "additionalProperties": false,
          "description": "What is asked each time; of `period` and `relative` at most one; null: all time, or as the report has it."
        },
        "RelativePeriod": {
          "type": "string",
          "enum": [
            "thisMonth",
            "lastMonth",
            "thisQuarter",
            "lastQuarter",
            "thisYear",
            "lastYear"
          ]
        },
        "ReportSchedule": {
          "type": "object",
          "properties": {
            "every": {
              "$ref": "#/definitions/Rhythm"
            },
            "format": {
              "type": "string"
            },
            "recipients": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          "required": [
            "every",
            "format",
            "recipients"
          ],
          "additionalProperties": false,
          "description": "By mail, on the first hour of each day, week (from Monday) or month, to these reps."
        },
        "Rhythm": {
          "type": "string",
          "enum": [
            "day",
            "week",
            "month"
          ]
        }
      }
    },
    "report-discarded.v1": {
      "type": "object",
      "properties": {
        "reportId": {
          "type": "string"
        }
      },
      "required": [
        "reportId"
      ],
      "additionalProperties": false
    },
    "report-sent.v1": {
      "type": "object",
      "properties": {
        "reportId": {
          "type": "string"
        },
        "recipientId": {
          "type": "string"
        },
        "due": {
          "type": "string"
        }
      },
      "required": [
        "reportId",
        "recipientId",
        "due"
      ],
      "additionalProperties": false
    },
    "import-uploaded.v1": {
      "type": "object",
      "properties": {
        "importId": {
          "type": "string"
        },
        "kind": {
          "type": "string",
          "description": "What its rows are: `deal_events`, `customers`, …; of a folder, its format: `annals`, `crm-sales`."
        },
        "fileName": {
          "type": "string",
          "description": "As whoever uploaded it named it; of a folder, the names of its files."
        },
        "sha256": {
          "type": "string"
        },
        "rows": {
          "type": "number"
        },
        "columns": {
          "type": "object",
          "additionalProperties": {
            "type": "string"
          },
          "description": "Our column to the column of the file that holds it; a column that is not here goes by its own name."
        },
        "decimal": {
          "type": "string",
          "enum": [
            ".",
            ","
          ],
          "description": "The mark before decimals, where whoever uploaded it said which."
        }
      },
      "required": [
        "importId",
        "kind",
        "fileName",
        "sha256",
        "rows",
        "columns"
      ],
      "additionalProperties": false
    },
    "import-committed.v1": {
      "type": "object",
      "properties": {
        "importId": {
          "type": "string"
        },
        "committedBy": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "role": {
              "$ref": "#/definitions/Role"
            }
          },
          "required": [
            "id",
            "role"
          ],
          "additionalProperties": false
        },
        "duplicates": {
          "type": "string",
          "enum": [
            "skip",
            "useExisting"
          ],
          "description": "Missing: `create`."
        }
      },
      "required": [
        "importId",
        "committedBy"
      ],
      "additionalProperties": false,
      "definitions": {
        "Role": {
          "type": "string",
          "enum": [
            "rep",
            "manager",
            "analyst",
            "admin",
            "reader"
          ],
          "description": "A rep reads all and writes what is theirs, a manager writes for their teams, analyst and reader only read, admin does all."
        }
      }
    },
    "import-completed.v1": {
      "type": "object",
      "properties": {
        "importId": {
          "type": "string"
        },
        "rows": {
          "type": "number"
        },
        "accepted": {
          "type": "number"
        },
        "unchanged": {
          "type": "number"
        },
        "rejected": {
          "type": "number"
        },
        "repaired": {
          "type": "number"
        },
        "events": {
          "type": "number",
          "description": "Facts that it appended, in the run that completed it."
        }
      },
      "required": [
        "importId",
        "rows",
        "accepted",
        "unchanged",
        "rejected",
        "repaired",
        "events"
      ],
      "additionalProperties": false
    },
    "parked-key-retried.v1": {
      "type": "object",
      "properties": {
        "projection": {
          "type": "string"
        },
        "key": {
          "type": "string"
        },
        "position": {
          "type": "string"
        }
      },
      "required": [
        "projection",
        "key",
        "position"
      ],
      "additionalProperties": false
    },
    "parked-event-released.v1": {
      "type": "object",
      "properties": {
        "projection": {
          "type": "string"
        },
        "key": {
          "type": "string"
        },
        "position": {
          "type": "string"
        }
      },
      "required": [
        "projection",
        "key",
        "position"
      ],
      "additionalProperties": false
    },
    "projection-rebuild-ordered.v1": {
      "type": "object",
      "properties": {
        "projection": {
          "type": "string"
        }
      },
      "required": [
        "projection"
      ],
      "additionalProperties": false
    },
    "projection-rollback-ordered.v1": {
      "type": "object",
      "properties": {
        "projection": {
          "type": "string"
        }
      },
      "required": [
        "projection"
      ],
      "additionalProperties": false
    }
  }
};
