// Generated from the code by `npm run docs`. Do not edit.
type Schema = Readonly<Record<string, unknown>>;

/** What the routes answer, from the return types in the code: by operation id, and what these share. */
export type AnswerSchemas = Readonly<{
  answers: Readonly<Record<string, Schema>>;
  shared: Readonly<Record<string, Schema>>;
}>;

export const answerSchemas: AnswerSchemas = {
  "answers": {
    "forecast": {
      "$ref": "#/components/schemas/Forecast"
    },
    "signIn": {
      "$ref": "#/components/schemas/Actor"
    },
    "whoAmI": {
      "$ref": "#/components/schemas/Actor"
    },
    "health": {
      "$ref": "#/components/schemas/Health"
    },
    "listProjections": {
      "type": "object",
      "properties": {
        "position": {
          "type": "string"
        },
        "lease": {
          "allOf": [
            {
              "$ref": "#/components/schemas/ToldLease"
            }
          ],
          "nullable": true
        },
        "shards": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "position": {
                "type": "string",
                "nullable": true
              },
              "lag": {
                "type": "string"
              },
              "number": {
                "type": "number"
              },
              "of": {
                "type": "number"
              },
              "lease": {
                "allOf": [
                  {
                    "$ref": "#/components/schemas/ToldLease"
                  }
                ],
                "nullable": true
              }
            },
            "required": [
              "position",
              "lag",
              "number",
              "of",
              "lease"
            ]
          }
        },
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "position": {
                "type": "string",
                "nullable": true
              },
              "lag": {
                "type": "object",
                "properties": {
                  "positions": {
                    "type": "string"
                  },
                  "seconds": {
                    "type": "number"
                  }
                },
                "required": [
                  "positions",
                  "seconds"
                ]
              },
              "rate": {
                "type": "number",
                "nullable": true
              },
              "building": {
                "type": "object",
                "properties": {
                  "position": {
                    "type": "string"
                  },
                  "kind": {
                    "type": "string",
                    "enum": [
                      "rebuild",
                      "rollback"
                    ]
                  },
                  "rate": {
                    "type": "number"
                  },
                  "secondsLeft": {
                    "type": "number",
                    "nullable": true
                  }
                },
                "required": [
                  "position",
                  "kind",
                  "rate",
                  "secondsLeft"
                ],
                "nullable": true
              },
              "parked": {
                "type": "array",
                "items": {
                  "type": "object",
                  "properties": {
                    "key": {
                      "type": "string"
                    },
                    "position": {
                      "type": "string"
                    },
                    "type": {
                      "type": "string"
                    },
                    "error": {
                      "type": "string"
                    },
                    "events": {
                      "type": "number"
                    }
                  },
                  "required": [
                    "key",
                    "position",
                    "type",
                    "error",
                    "events"
                  ]
                }
              },
              "name": {
                "type": "string"
              },
              "version": {
                "type": "number"
              },
              "state": {
                "type": "string",
                "enum": [
                  "notBegun",
                  "behind",
                  "upToDate"
                ]
              },
              "generation": {
                "type": "number"
              },
              "compared": {
                "allOf": [
                  {
                    "$ref": "#/components/schemas/Comparison"
                  }
                ],
                "nullable": true
              },
              "isKept": {
                "type": "boolean"
              },
              "isOutdated": {
                "type": "boolean"
              }
            },
            "required": [
              "position",
              "lag",
              "rate",
              "building",
              "parked",
              "name",
              "version",
              "state",
              "generation",
              "compared",
              "isKept",
              "isOutdated"
            ]
          }
        },
        "next": {
          "nullable": true
        }
      },
      "required": [
        "position",
        "lease",
        "shards",
        "items",
        "next"
      ]
    },
    "listActivities": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "call",
                  "email",
                  "meeting",
                  "note",
                  "task"
                ]
              },
              "dealId": {
                "type": "string",
                "nullable": true
              },
              "customerId": {
                "type": "string",
                "nullable": true
              },
              "id": {
                "type": "string"
              },
              "repId": {
                "type": "string"
              },
              "subject": {
                "type": "string",
                "nullable": true
              },
              "text": {
                "type": "string",
                "nullable": true
              },
              "dueOn": {
                "type": "string",
                "nullable": true
              },
              "direction": {
                "type": "string",
                "enum": [
                  "inbound",
                  "outbound"
                ],
                "nullable": true
              },
              "durationSeconds": {
                "type": "number",
                "nullable": true
              },
              "outcome": {
                "type": "string",
                "nullable": true
              },
              "endsAt": {
                "type": "string",
                "nullable": true
              },
              "at": {
                "type": "string"
              },
              "recordedAt": {
                "type": "string"
              },
              "state": {
                "type": "string",
                "enum": [
                  "done",
                  "open"
                ],
                "nullable": true
              },
              "completedAt": {
                "type": "string",
                "nullable": true
              }
            },
            "required": [
              "kind",
              "dealId",
              "customerId",
              "id",
              "repId",
              "subject",
              "text",
              "dueOn",
              "direction",
              "durationSeconds",
              "outcome",
              "endsAt",
              "at",
              "recordedAt",
              "state",
              "completedAt"
            ]
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "getCompany": {
      "$ref": "#/components/schemas/Company"
    },
    "listExchangeRates": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string"
              },
              "revision": {
                "type": "string"
              },
              "currency": {
                "type": "string"
              },
              "base": {
                "type": "string"
              },
              "rates": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/RateFrom"
                }
              }
            },
            "required": [
              "id",
              "revision",
              "currency",
              "base",
              "rates"
            ]
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "listCustomers": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "foundIn": {
                "allOf": [
                  {
                    "$ref": "#/components/schemas/FoundIn"
                  }
                ],
                "nullable": true
              },
              "revision": {
                "type": "string"
              },
              "name": {
                "type": "string"
              },
              "ownerId": {
                "type": "string",
                "nullable": true
              },
              "industry": {
                "type": "string",
                "nullable": true
              },
              "region": {
                "type": "string",
                "nullable": true
              },
              "source": {
                "type": "string",
                "nullable": true
              },
              "id": {
                "type": "string"
              }
            },
            "required": [
              "foundIn",
              "revision",
              "name",
              "ownerId",
              "industry",
              "region",
              "source",
              "id"
            ]
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "getCustomer": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "lastActivity": {
          "allOf": [
            {
              "$ref": "#/components/schemas/LastActivity"
            }
          ],
          "nullable": true
        },
        "nextTask": {
          "allOf": [
            {
              "$ref": "#/components/schemas/NextTask"
            }
          ],
          "nullable": true
        },
        "mergedInto": {
          "type": "string",
          "nullable": true
        },
        "merged": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "contacts": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Contact"
          }
        },
        "owners": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Ownership"
          }
        },
        "deals": {
          "type": "object",
          "properties": {
            "open": {
              "type": "object",
              "properties": {
                "deals": {
                  "type": "number"
                },
                "amount": {
                  "$ref": "#/components/schemas/Money"
                }
              },
              "required": [
                "deals",
                "amount"
              ]
            },
            "won": {
              "type": "object",
              "properties": {
                "deals": {
                  "type": "number"
                },
                "amount": {
                  "$ref": "#/components/schemas/Money"
                }
              },
              "required": [
                "deals",
                "amount"
              ]
            },
            "lost": {
              "type": "object",
              "properties": {
                "deals": {
                  "type": "number"
                },
                "amount": {
                  "$ref": "#/components/schemas/Money"
                }
              },
              "required": [
                "deals",
                "amount"
              ]
            }
          },
          "required": [
            "open",
            "won",
            "lost"
          ]
        },
        "revision": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "ownerId": {
          "type": "string",
          "nullable": true
        },
        "industry": {
          "type": "string",
          "nullable": true
        },
        "region": {
          "type": "string",
          "nullable": true
        },
        "source": {
          "type": "string",
          "nullable": true
        },
        "id": {
          "type": "string"
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "lastActivity",
        "nextTask",
        "mergedInto",
        "merged",
        "contacts",
        "owners",
        "deals",
        "revision",
        "name",
        "ownerId",
        "industry",
        "region",
        "source",
        "id"
      ]
    },
    "findCustomerDuplicates": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/LikelyDuplicate"
          }
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items"
      ]
    },
    "getCustomerDuplicates": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/LikelyDuplicate"
          }
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items"
      ]
    },
    "listDeals": {
      "$ref": "#/components/schemas/DealList"
    },
    "getDeal": {
      "type": "object",
      "properties": {
        "name": {
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
          "$ref": "#/components/schemas/Money"
        },
        "lines": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/DealLine"
          }
        },
        "ownerId": {
          "type": "string",
          "nullable": true
        },
        "expectedCloseOn": {
          "type": "string",
          "nullable": true
        },
        "fields": {
          "$ref": "#/components/schemas/FieldValues"
        },
        "id": {
          "type": "string"
        },
        "status": {
          "type": "string",
          "enum": [
            "Open",
            "Won",
            "Lost"
          ]
        },
        "forecastCategory": {
          "type": "string",
          "enum": [
            "pipeline",
            "bestCase",
            "commit",
            "omitted"
          ],
          "nullable": true
        },
        "split": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/CreditShare"
          },
          "nullable": true
        },
        "openedAt": {
          "type": "string"
        },
        "stageSince": {
          "type": "string"
        },
        "closedAt": {
          "type": "string",
          "nullable": true
        },
        "signedOn": {
          "type": "string",
          "nullable": true
        },
        "lostReason": {
          "type": "string",
          "nullable": true
        },
        "competitor": {
          "type": "string",
          "nullable": true
        },
        "reopenReason": {
          "type": "string",
          "nullable": true
        },
        "companyAmount": {
          "$ref": "#/components/schemas/Money"
        },
        "revision": {
          "type": "string"
        },
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        }
      },
      "required": [
        "name",
        "customerId",
        "processId",
        "stage",
        "amount",
        "lines",
        "ownerId",
        "expectedCloseOn",
        "fields",
        "id",
        "status",
        "forecastCategory",
        "split",
        "openedAt",
        "stageSince",
        "closedAt",
        "signedOn",
        "lostReason",
        "competitor",
        "reopenReason",
        "companyAmount",
        "revision",
        "asOf",
        "knownAt",
        "position"
      ]
    },
    "getHistory": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "id": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {
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
                "$ref": "#/components/schemas/Money"
              },
              "lines": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/DealLine"
                }
              },
              "ownerId": {
                "type": "string",
                "nullable": true
              },
              "expectedCloseOn": {
                "type": "string",
                "nullable": true
              },
              "fields": {
                "$ref": "#/components/schemas/FieldValues"
              },
              "id": {
                "type": "string"
              },
              "status": {
                "type": "string",
                "enum": [
                  "Open",
                  "Won",
                  "Lost"
                ]
              },
              "forecastCategory": {
                "type": "string",
                "enum": [
                  "pipeline",
                  "bestCase",
                  "commit",
                  "omitted"
                ],
                "nullable": true
              },
              "split": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/CreditShare"
                },
                "nullable": true
              },
              "openedAt": {
                "type": "string"
              },
              "stageSince": {
                "type": "string"
              },
              "closedAt": {
                "type": "string",
                "nullable": true
              },
              "signedOn": {
                "type": "string",
                "nullable": true
              },
              "lostReason": {
                "type": "string",
                "nullable": true
              },
              "competitor": {
                "type": "string",
                "nullable": true
              },
              "reopenReason": {
                "type": "string",
                "nullable": true
              },
              "companyAmount": {
                "$ref": "#/components/schemas/Money"
              },
              "revision": {
                "type": "string"
              },
              "knownFrom": {
                "type": "string"
              },
              "knownTo": {
                "type": "string",
                "nullable": true
              },
              "validFrom": {
                "type": "string"
              },
              "validTo": {
                "type": "string",
                "nullable": true
              }
            },
            "required": [
              "name",
              "customerId",
              "processId",
              "stage",
              "amount",
              "lines",
              "ownerId",
              "expectedCloseOn",
              "fields",
              "id",
              "status",
              "forecastCategory",
              "split",
              "openedAt",
              "stageSince",
              "closedAt",
              "signedOn",
              "lostReason",
              "competitor",
              "reopenReason",
              "companyAmount",
              "revision",
              "knownFrom",
              "knownTo",
              "validFrom",
              "validTo"
            ]
          }
        },
        "next": {
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "id",
        "items",
        "next"
      ]
    },
    "slippage": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "processId": {
          "type": "string"
        },
        "from": {
          "type": "string",
          "nullable": true
        },
        "to": {
          "type": "string",
          "nullable": true
        },
        "slipped": {
          "type": "object",
          "properties": {
            "deals": {
              "type": "number"
            },
            "times": {
              "type": "number"
            },
            "medianDays": {
              "type": "number",
              "nullable": true
            },
            "amount": {
              "$ref": "#/components/schemas/Money"
            }
          },
          "required": [
            "deals",
            "times",
            "medianDays",
            "amount"
          ]
        },
        "pushed": {
          "type": "object",
          "properties": {
            "deals": {
              "type": "number"
            },
            "times": {
              "type": "number"
            },
            "medianDays": {
              "type": "number",
              "nullable": true
            },
            "amount": {
              "$ref": "#/components/schemas/Money"
            }
          },
          "required": [
            "deals",
            "times",
            "medianDays",
            "amount"
          ]
        },
        "postponed": {
          "type": "object",
          "properties": {
            "deals": {
              "type": "number"
            },
            "times": {
              "type": "number"
            },
            "medianDays": {
              "type": "number",
              "nullable": true
            },
            "amount": {
              "$ref": "#/components/schemas/Money"
            }
          },
          "required": [
            "deals",
            "times",
            "medianDays",
            "amount"
          ]
        },
        "stillOpen": {
          "type": "number"
        },
        "owners": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "ownerId": {
                "type": "string",
                "nullable": true
              },
              "slipped": {
                "type": "object",
                "properties": {
                  "deals": {
                    "type": "number"
                  },
                  "times": {
                    "type": "number"
                  },
                  "medianDays": {
                    "type": "number",
                    "nullable": true
                  },
                  "amount": {
                    "$ref": "#/components/schemas/Money"
                  }
                },
                "required": [
                  "deals",
                  "times",
                  "medianDays",
                  "amount"
                ]
              },
              "pushed": {
                "type": "object",
                "properties": {
                  "deals": {
                    "type": "number"
                  },
                  "times": {
                    "type": "number"
                  },
                  "medianDays": {
                    "type": "number",
                    "nullable": true
                  },
                  "amount": {
                    "$ref": "#/components/schemas/Money"
                  }
                },
                "required": [
                  "deals",
                  "times",
                  "medianDays",
                  "amount"
                ]
              },
              "postponed": {
                "type": "object",
                "properties": {
                  "deals": {
                    "type": "number"
                  },
                  "times": {
                    "type": "number"
                  },
                  "medianDays": {
                    "type": "number",
                    "nullable": true
                  },
                  "amount": {
                    "$ref": "#/components/schemas/Money"
                  }
                },
                "required": [
                  "deals",
                  "times",
                  "medianDays",
                  "amount"
                ]
              },
              "stillOpen": {
                "type": "number"
              }
            },
            "required": [
              "ownerId",
              "slipped",
              "pushed",
              "postponed",
              "stillOpen"
            ]
          }
        },
        "items": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/ShownSlip"
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "processId",
        "from",
        "to",
        "slipped",
        "pushed",
        "postponed",
        "stillOpen",
        "owners"
      ]
    },
    "board": {
      "$ref": "#/components/schemas/Board"
    },
    "changes": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "processId": {
          "type": "string"
        },
        "from": {
          "type": "string"
        },
        "to": {
          "type": "string"
        },
        "period": {
          "type": "string",
          "nullable": true
        },
        "won": {
          "$ref": "#/components/schemas/ShownStep"
        },
        "lost": {
          "$ref": "#/components/schemas/ShownStep"
        },
        "end": {
          "$ref": "#/components/schemas/ShownStep"
        },
        "created": {
          "$ref": "#/components/schemas/ShownStep"
        },
        "reopened": {
          "$ref": "#/components/schemas/ShownStep"
        },
        "transferredIn": {
          "$ref": "#/components/schemas/ShownStep"
        },
        "pulledIn": {
          "$ref": "#/components/schemas/ShownStep"
        },
        "pushedOut": {
          "$ref": "#/components/schemas/ShownStep"
        },
        "transferredOut": {
          "$ref": "#/components/schemas/ShownStep"
        },
        "start": {
          "$ref": "#/components/schemas/ShownStep"
        },
        "increased": {
          "$ref": "#/components/schemas/ShownStep"
        },
        "decreased": {
          "$ref": "#/components/schemas/ShownStep"
        },
        "deals": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/ShownChange"
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "processId",
        "from",
        "to",
        "period",
        "won",
        "lost",
        "end",
        "created",
        "reopened",
        "transferredIn",
        "pulledIn",
        "pushedOut",
        "transferredOut",
        "start",
        "increased",
        "decreased",
        "deals",
        "next"
      ]
    },
    "conversion": {
      "$ref": "#/components/schemas/Conversion"
    },
    "startDemo": {
      "$ref": "#/components/schemas/DemoStatus"
    },
    "demoStatus": {
      "$ref": "#/components/schemas/DemoStatus"
    },
    "methods": {
      "$ref": "#/components/schemas/ForecastMethods"
    },
    "repAttainment": {
      "$ref": "#/components/schemas/HolderAttainment"
    },
    "teamAttainment": {
      "$ref": "#/components/schemas/HolderAttainment"
    },
    "repDealLanding": {
      "$ref": "#/components/schemas/DealLanding"
    },
    "teamDealLanding": {
      "$ref": "#/components/schemas/DealLanding"
    },
    "listForecastAdjustments": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "history": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "amount": {
                          "allOf": [
                            {
                              "$ref": "#/components/schemas/Money"
                            }
                          ],
                          "nullable": true
                        },
                        "note": {
                          "type": "string",
                          "nullable": true
                        },
                        "by": {
                          "type": "string"
                        },
                        "at": {
                          "type": "string"
                        },
                        "recordedAt": {
                          "type": "string"
                        }
                      },
                      "required": [
                        "amount",
                        "note",
                        "by",
                        "at",
                        "recordedAt"
                      ]
                    }
                  },
                  "amount": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Money"
                      }
                    ],
                    "nullable": true
                  },
                  "note": {
                    "type": "string",
                    "nullable": true
                  },
                  "by": {
                    "type": "string"
                  },
                  "at": {
                    "type": "string"
                  },
                  "recordedAt": {
                    "type": "string"
                  },
                  "level": {
                    "type": "string",
                    "nullable": true
                  },
                  "category": {
                    "type": "string",
                    "enum": [
                      "pipeline",
                      "bestCase",
                      "commit"
                    ]
                  },
                  "ownerId": {
                    "type": "string"
                  },
                  "id": {
                    "type": "string"
                  },
                  "revision": {
                    "type": "string"
                  }
                },
                "required": [
                  "history",
                  "amount",
                  "note",
                  "by",
                  "at",
                  "recordedAt",
                  "level",
                  "category",
                  "ownerId",
                  "id",
                  "revision"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "history": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "amount": {
                          "allOf": [
                            {
                              "$ref": "#/components/schemas/Money"
                            }
                          ],
                          "nullable": true
                        },
                        "note": {
                          "type": "string",
                          "nullable": true
                        },
                        "by": {
                          "type": "string"
                        },
                        "at": {
                          "type": "string"
                        },
                        "recordedAt": {
                          "type": "string"
                        }
                      },
                      "required": [
                        "amount",
                        "note",
                        "by",
                        "at",
                        "recordedAt"
                      ]
                    }
                  },
                  "amount": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Money"
                      }
                    ],
                    "nullable": true
                  },
                  "note": {
                    "type": "string",
                    "nullable": true
                  },
                  "by": {
                    "type": "string"
                  },
                  "at": {
                    "type": "string"
                  },
                  "recordedAt": {
                    "type": "string"
                  },
                  "level": {
                    "type": "string",
                    "nullable": true
                  },
                  "category": {
                    "type": "string",
                    "enum": [
                      "pipeline",
                      "bestCase",
                      "commit"
                    ]
                  },
                  "teamId": {
                    "type": "string"
                  },
                  "id": {
                    "type": "string"
                  },
                  "revision": {
                    "type": "string"
                  }
                },
                "required": [
                  "history",
                  "amount",
                  "note",
                  "by",
                  "at",
                  "recordedAt",
                  "level",
                  "category",
                  "teamId",
                  "id",
                  "revision"
                ]
              }
            ]
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "forecastDeals": {
      "$ref": "#/components/schemas/ForecastDeals"
    },
    "forecastHistory": {
      "$ref": "#/components/schemas/ForecastHistory"
    },
    "listForecastSubmissions": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "history": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "dueAt": {
                          "type": "string",
                          "nullable": true
                        },
                        "late": {
                          "type": "boolean"
                        },
                        "amount": {
                          "$ref": "#/components/schemas/Money"
                        },
                        "note": {
                          "type": "string",
                          "nullable": true
                        },
                        "by": {
                          "type": "string"
                        },
                        "at": {
                          "type": "string"
                        },
                        "recordedAt": {
                          "type": "string"
                        }
                      },
                      "required": [
                        "dueAt",
                        "late",
                        "amount",
                        "note",
                        "by",
                        "at",
                        "recordedAt"
                      ]
                    }
                  },
                  "dueAt": {
                    "type": "string",
                    "nullable": true
                  },
                  "late": {
                    "type": "boolean"
                  },
                  "amount": {
                    "$ref": "#/components/schemas/Money"
                  },
                  "note": {
                    "type": "string",
                    "nullable": true
                  },
                  "by": {
                    "type": "string"
                  },
                  "at": {
                    "type": "string"
                  },
                  "recordedAt": {
                    "type": "string"
                  },
                  "category": {
                    "type": "string",
                    "enum": [
                      "pipeline",
                      "bestCase",
                      "commit"
                    ]
                  },
                  "ownerId": {
                    "type": "string"
                  },
                  "id": {
                    "type": "string"
                  },
                  "revision": {
                    "type": "string"
                  }
                },
                "required": [
                  "history",
                  "dueAt",
                  "late",
                  "amount",
                  "note",
                  "by",
                  "at",
                  "recordedAt",
                  "category",
                  "ownerId",
                  "id",
                  "revision"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "history": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "dueAt": {
                          "type": "string",
                          "nullable": true
                        },
                        "late": {
                          "type": "boolean"
                        },
                        "amount": {
                          "$ref": "#/components/schemas/Money"
                        },
                        "note": {
                          "type": "string",
                          "nullable": true
                        },
                        "by": {
                          "type": "string"
                        },
                        "at": {
                          "type": "string"
                        },
                        "recordedAt": {
                          "type": "string"
                        }
                      },
                      "required": [
                        "dueAt",
                        "late",
                        "amount",
                        "note",
                        "by",
                        "at",
                        "recordedAt"
                      ]
                    }
                  },
                  "dueAt": {
                    "type": "string",
                    "nullable": true
                  },
                  "late": {
                    "type": "boolean"
                  },
                  "amount": {
                    "$ref": "#/components/schemas/Money"
                  },
                  "note": {
                    "type": "string",
                    "nullable": true
                  },
                  "by": {
                    "type": "string"
                  },
                  "at": {
                    "type": "string"
                  },
                  "recordedAt": {
                    "type": "string"
                  },
                  "category": {
                    "type": "string",
                    "enum": [
                      "pipeline",
                      "bestCase",
                      "commit"
                    ]
                  },
                  "teamId": {
                    "type": "string"
                  },
                  "id": {
                    "type": "string"
                  },
                  "revision": {
                    "type": "string"
                  }
                },
                "required": [
                  "history",
                  "dueAt",
                  "late",
                  "amount",
                  "note",
                  "by",
                  "at",
                  "recordedAt",
                  "category",
                  "teamId",
                  "id",
                  "revision"
                ]
              }
            ]
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "repLanding": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "period": {
          "type": "string"
        },
        "won": {
          "$ref": "#/components/schemas/Money"
        },
        "expectedFromOpen": {
          "$ref": "#/components/schemas/Money"
        },
        "expectedNewBusiness": {
          "$ref": "#/components/schemas/Money"
        },
        "projected": {
          "$ref": "#/components/schemas/Money"
        },
        "low": {
          "$ref": "#/components/schemas/Money"
        },
        "high": {
          "$ref": "#/components/schemas/Money"
        },
        "quota": {
          "$ref": "#/components/schemas/Money"
        },
        "attainment": {
          "type": "number",
          "nullable": true
        },
        "state": {
          "type": "string",
          "enum": [
            "atRisk",
            "met",
            "onTrack",
            "willMiss"
          ],
          "nullable": true
        },
        "gap": {
          "$ref": "#/components/schemas/Money"
        },
        "pipelineNeeded": {
          "allOf": [
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "pace": {
          "type": "object",
          "properties": {
            "planned": {
              "$ref": "#/components/schemas/Money"
            },
            "ahead": {
              "$ref": "#/components/schemas/Money"
            }
          },
          "required": [
            "planned",
            "ahead"
          ]
        },
        "reasons": {
          "type": "array",
          "items": {
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string",
                    "enum": [
                      "coverageLow"
                    ]
                  },
                  "coverage": {
                    "type": "number"
                  },
                  "needed": {
                    "type": "number"
                  },
                  "text": {
                    "type": "string"
                  }
                },
                "required": [
                  "code",
                  "coverage",
                  "needed",
                  "text"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string",
                    "enum": [
                      "winRateFell"
                    ]
                  },
                  "now": {
                    "type": "number"
                  },
                  "before": {
                    "type": "number"
                  },
                  "text": {
                    "type": "string"
                  }
                },
                "required": [
                  "code",
                  "now",
                  "before",
                  "text"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string",
                    "enum": [
                      "fewNewDeals"
                    ]
                  },
                  "deals": {
                    "type": "number"
                  },
                  "usual": {
                    "type": "number"
                  },
                  "text": {
                    "type": "string"
                  }
                },
                "required": [
                  "code",
                  "deals",
                  "usual",
                  "text"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string",
                    "enum": [
                      "activityDown"
                    ]
                  },
                  "activities": {
                    "type": "number"
                  },
                  "usual": {
                    "type": "number"
                  },
                  "text": {
                    "type": "string"
                  }
                },
                "required": [
                  "code",
                  "activities",
                  "usual",
                  "text"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "deals": {
                    "type": "number"
                  },
                  "code": {
                    "type": "string",
                    "enum": [
                      "dealsPushedOut",
                      "dealsLost"
                    ]
                  },
                  "amount": {
                    "$ref": "#/components/schemas/Money"
                  },
                  "text": {
                    "type": "string"
                  }
                },
                "required": [
                  "deals",
                  "code",
                  "amount",
                  "text"
                ]
              }
            ]
          }
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "period",
        "won",
        "expectedFromOpen",
        "expectedNewBusiness",
        "projected",
        "low",
        "high",
        "state",
        "reasons"
      ]
    },
    "teamLanding": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "period": {
          "type": "string"
        },
        "won": {
          "$ref": "#/components/schemas/Money"
        },
        "expectedFromOpen": {
          "$ref": "#/components/schemas/Money"
        },
        "expectedNewBusiness": {
          "$ref": "#/components/schemas/Money"
        },
        "projected": {
          "$ref": "#/components/schemas/Money"
        },
        "low": {
          "$ref": "#/components/schemas/Money"
        },
        "high": {
          "$ref": "#/components/schemas/Money"
        },
        "quota": {
          "$ref": "#/components/schemas/Money"
        },
        "attainment": {
          "type": "number",
          "nullable": true
        },
        "state": {
          "type": "string",
          "enum": [
            "atRisk",
            "met",
            "onTrack",
            "willMiss"
          ],
          "nullable": true
        },
        "gap": {
          "$ref": "#/components/schemas/Money"
        },
        "pipelineNeeded": {
          "allOf": [
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "pace": {
          "type": "object",
          "properties": {
            "planned": {
              "$ref": "#/components/schemas/Money"
            },
            "ahead": {
              "$ref": "#/components/schemas/Money"
            }
          },
          "required": [
            "planned",
            "ahead"
          ]
        },
        "reasons": {
          "type": "array",
          "items": {
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string",
                    "enum": [
                      "coverageLow"
                    ]
                  },
                  "coverage": {
                    "type": "number"
                  },
                  "needed": {
                    "type": "number"
                  },
                  "text": {
                    "type": "string"
                  }
                },
                "required": [
                  "code",
                  "coverage",
                  "needed",
                  "text"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string",
                    "enum": [
                      "winRateFell"
                    ]
                  },
                  "now": {
                    "type": "number"
                  },
                  "before": {
                    "type": "number"
                  },
                  "text": {
                    "type": "string"
                  }
                },
                "required": [
                  "code",
                  "now",
                  "before",
                  "text"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string",
                    "enum": [
                      "fewNewDeals"
                    ]
                  },
                  "deals": {
                    "type": "number"
                  },
                  "usual": {
                    "type": "number"
                  },
                  "text": {
                    "type": "string"
                  }
                },
                "required": [
                  "code",
                  "deals",
                  "usual",
                  "text"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string",
                    "enum": [
                      "activityDown"
                    ]
                  },
                  "activities": {
                    "type": "number"
                  },
                  "usual": {
                    "type": "number"
                  },
                  "text": {
                    "type": "string"
                  }
                },
                "required": [
                  "code",
                  "activities",
                  "usual",
                  "text"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "deals": {
                    "type": "number"
                  },
                  "code": {
                    "type": "string",
                    "enum": [
                      "dealsPushedOut",
                      "dealsLost"
                    ]
                  },
                  "amount": {
                    "$ref": "#/components/schemas/Money"
                  },
                  "text": {
                    "type": "string"
                  }
                },
                "required": [
                  "deals",
                  "code",
                  "amount",
                  "text"
                ]
              }
            ]
          }
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "period",
        "won",
        "expectedFromOpen",
        "expectedNewBusiness",
        "projected",
        "low",
        "high",
        "state",
        "reasons"
      ]
    },
    "repLandings": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "repId": {
                "type": "string"
              },
              "period": {
                "type": "string"
              },
              "won": {
                "$ref": "#/components/schemas/Money"
              },
              "expectedFromOpen": {
                "$ref": "#/components/schemas/Money"
              },
              "expectedNewBusiness": {
                "$ref": "#/components/schemas/Money"
              },
              "projected": {
                "$ref": "#/components/schemas/Money"
              },
              "low": {
                "$ref": "#/components/schemas/Money"
              },
              "high": {
                "$ref": "#/components/schemas/Money"
              },
              "quota": {
                "$ref": "#/components/schemas/Money"
              },
              "attainment": {
                "type": "number",
                "nullable": true
              },
              "state": {
                "type": "string",
                "enum": [
                  "atRisk",
                  "met",
                  "onTrack",
                  "willMiss"
                ],
                "nullable": true
              },
              "gap": {
                "$ref": "#/components/schemas/Money"
              },
              "pipelineNeeded": {
                "allOf": [
                  {
                    "$ref": "#/components/schemas/Money"
                  }
                ],
                "nullable": true
              },
              "pace": {
                "type": "object",
                "properties": {
                  "planned": {
                    "$ref": "#/components/schemas/Money"
                  },
                  "ahead": {
                    "$ref": "#/components/schemas/Money"
                  }
                },
                "required": [
                  "planned",
                  "ahead"
                ]
              },
              "reasons": {
                "type": "array",
                "items": {
                  "anyOf": [
                    {
                      "type": "object",
                      "properties": {
                        "code": {
                          "type": "string",
                          "enum": [
                            "coverageLow"
                          ]
                        },
                        "coverage": {
                          "type": "number"
                        },
                        "needed": {
                          "type": "number"
                        },
                        "text": {
                          "type": "string"
                        }
                      },
                      "required": [
                        "code",
                        "coverage",
                        "needed",
                        "text"
                      ]
                    },
                    {
                      "type": "object",
                      "properties": {
                        "code": {
                          "type": "string",
                          "enum": [
                            "winRateFell"
                          ]
                        },
                        "now": {
                          "type": "number"
                        },
                        "before": {
                          "type": "number"
                        },
                        "text": {
                          "type": "string"
                        }
                      },
                      "required": [
                        "code",
                        "now",
                        "before",
                        "text"
                      ]
                    },
                    {
                      "type": "object",
                      "properties": {
                        "code": {
                          "type": "string",
                          "enum": [
                            "fewNewDeals"
                          ]
                        },
                        "deals": {
                          "type": "number"
                        },
                        "usual": {
                          "type": "number"
                        },
                        "text": {
                          "type": "string"
                        }
                      },
                      "required": [
                        "code",
                        "deals",
                        "usual",
                        "text"
                      ]
                    },
                    {
                      "type": "object",
                      "properties": {
                        "code": {
                          "type": "string",
                          "enum": [
                            "activityDown"
                          ]
                        },
                        "activities": {
                          "type": "number"
                        },
                        "usual": {
                          "type": "number"
                        },
                        "text": {
                          "type": "string"
                        }
                      },
                      "required": [
                        "code",
                        "activities",
                        "usual",
                        "text"
                      ]
                    },
                    {
                      "type": "object",
                      "properties": {
                        "deals": {
                          "type": "number"
                        },
                        "code": {
                          "type": "string",
                          "enum": [
                            "dealsPushedOut",
                            "dealsLost"
                          ]
                        },
                        "amount": {
                          "$ref": "#/components/schemas/Money"
                        },
                        "text": {
                          "type": "string"
                        }
                      },
                      "required": [
                        "deals",
                        "code",
                        "amount",
                        "text"
                      ]
                    }
                  ]
                }
              }
            },
            "required": [
              "repId",
              "period",
              "won",
              "expectedFromOpen",
              "expectedNewBusiness",
              "projected",
              "low",
              "high",
              "state",
              "reasons"
            ]
          }
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items"
      ]
    },
    "listLandingStates": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "period": {
                    "type": "string"
                  },
                  "state": {
                    "type": "string",
                    "enum": [
                      "atRisk",
                      "met",
                      "onTrack",
                      "willMiss"
                    ]
                  },
                  "before": {
                    "type": "string",
                    "enum": [
                      "atRisk",
                      "met",
                      "onTrack",
                      "willMiss"
                    ],
                    "nullable": true
                  },
                  "since": {
                    "type": "string"
                  },
                  "quota": {
                    "$ref": "#/components/schemas/Money"
                  },
                  "won": {
                    "$ref": "#/components/schemas/Money"
                  },
                  "projected": {
                    "$ref": "#/components/schemas/Money"
                  },
                  "reasons": {
                    "type": "array",
                    "items": {
                      "anyOf": [
                        {
                          "type": "object",
                          "properties": {
                            "code": {
                              "type": "string",
                              "enum": [
                                "coverageLow"
                              ]
                            },
                            "coverage": {
                              "type": "number"
                            },
                            "needed": {
                              "type": "number"
                            },
                            "text": {
                              "type": "string"
                            }
                          },
                          "required": [
                            "code",
                            "coverage",
                            "needed",
                            "text"
                          ]
                        },
                        {
                          "type": "object",
                          "properties": {
                            "code": {
                              "type": "string",
                              "enum": [
                                "winRateFell"
                              ]
                            },
                            "now": {
                              "type": "number"
                            },
                            "before": {
                              "type": "number"
                            },
                            "text": {
                              "type": "string"
                            }
                          },
                          "required": [
                            "code",
                            "now",
                            "before",
                            "text"
                          ]
                        },
                        {
                          "type": "object",
                          "properties": {
                            "code": {
                              "type": "string",
                              "enum": [
                                "fewNewDeals"
                              ]
                            },
                            "deals": {
                              "type": "number"
                            },
                            "usual": {
                              "type": "number"
                            },
                            "text": {
                              "type": "string"
                            }
                          },
                          "required": [
                            "code",
                            "deals",
                            "usual",
                            "text"
                          ]
                        },
                        {
                          "type": "object",
                          "properties": {
                            "code": {
                              "type": "string",
                              "enum": [
                                "activityDown"
                              ]
                            },
                            "activities": {
                              "type": "number"
                            },
                            "usual": {
                              "type": "number"
                            },
                            "text": {
                              "type": "string"
                            }
                          },
                          "required": [
                            "code",
                            "activities",
                            "usual",
                            "text"
                          ]
                        },
                        {
                          "type": "object",
                          "properties": {
                            "deals": {
                              "type": "number"
                            },
                            "code": {
                              "type": "string",
                              "enum": [
                                "dealsPushedOut",
                                "dealsLost"
                              ]
                            },
                            "amount": {
                              "$ref": "#/components/schemas/Money"
                            },
                            "text": {
                              "type": "string"
                            }
                          },
                          "required": [
                            "deals",
                            "code",
                            "amount",
                            "text"
                          ]
                        }
                      ]
                    }
                  },
                  "told": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    }
                  },
                  "repId": {
                    "type": "string"
                  }
                },
                "required": [
                  "period",
                  "state",
                  "before",
                  "since",
                  "quota",
                  "won",
                  "projected",
                  "reasons",
                  "told",
                  "repId"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "period": {
                    "type": "string"
                  },
                  "state": {
                    "type": "string",
                    "enum": [
                      "atRisk",
                      "met",
                      "onTrack",
                      "willMiss"
                    ]
                  },
                  "before": {
                    "type": "string",
                    "enum": [
                      "atRisk",
                      "met",
                      "onTrack",
                      "willMiss"
                    ],
                    "nullable": true
                  },
                  "since": {
                    "type": "string"
                  },
                  "quota": {
                    "$ref": "#/components/schemas/Money"
                  },
                  "won": {
                    "$ref": "#/components/schemas/Money"
                  },
                  "projected": {
                    "$ref": "#/components/schemas/Money"
                  },
                  "reasons": {
                    "type": "array",
                    "items": {
                      "anyOf": [
                        {
                          "type": "object",
                          "properties": {
                            "code": {
                              "type": "string",
                              "enum": [
                                "coverageLow"
                              ]
                            },
                            "coverage": {
                              "type": "number"
                            },
                            "needed": {
                              "type": "number"
                            },
                            "text": {
                              "type": "string"
                            }
                          },
                          "required": [
                            "code",
                            "coverage",
                            "needed",
                            "text"
                          ]
                        },
                        {
                          "type": "object",
                          "properties": {
                            "code": {
                              "type": "string",
                              "enum": [
                                "winRateFell"
                              ]
                            },
                            "now": {
                              "type": "number"
                            },
                            "before": {
                              "type": "number"
                            },
                            "text": {
                              "type": "string"
                            }
                          },
                          "required": [
                            "code",
                            "now",
                            "before",
                            "text"
                          ]
                        },
                        {
                          "type": "object",
                          "properties": {
                            "code": {
                              "type": "string",
                              "enum": [
                                "fewNewDeals"
                              ]
                            },
                            "deals": {
                              "type": "number"
                            },
                            "usual": {
                              "type": "number"
                            },
                            "text": {
                              "type": "string"
                            }
                          },
                          "required": [
                            "code",
                            "deals",
                            "usual",
                            "text"
                          ]
                        },
                        {
                          "type": "object",
                          "properties": {
                            "code": {
                              "type": "string",
                              "enum": [
                                "activityDown"
                              ]
                            },
                            "activities": {
                              "type": "number"
                            },
                            "usual": {
                              "type": "number"
                            },
                            "text": {
                              "type": "string"
                            }
                          },
                          "required": [
                            "code",
                            "activities",
                            "usual",
                            "text"
                          ]
                        },
                        {
                          "type": "object",
                          "properties": {
                            "deals": {
                              "type": "number"
                            },
                            "code": {
                              "type": "string",
                              "enum": [
                                "dealsPushedOut",
                                "dealsLost"
                              ]
                            },
                            "amount": {
                              "$ref": "#/components/schemas/Money"
                            },
                            "text": {
                              "type": "string"
                            }
                          },
                          "required": [
                            "deals",
                            "code",
                            "amount",
                            "text"
                          ]
                        }
                      ]
                    }
                  },
                  "told": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    }
                  },
                  "teamId": {
                    "type": "string"
                  }
                },
                "required": [
                  "period",
                  "state",
                  "before",
                  "since",
                  "quota",
                  "won",
                  "projected",
                  "reasons",
                  "told",
                  "teamId"
                ]
              }
            ]
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "leaderboard": {
      "$ref": "#/components/schemas/Leaderboard"
    },
    "quotaPlan": {
      "anyOf": [
        {
          "type": "object",
          "properties": {
            "asOf": {
              "type": "string"
            },
            "knownAt": {
              "type": "string"
            },
            "position": {
              "type": "string"
            },
            "teamId": {
              "type": "string"
            },
            "period": {
              "type": "string"
            },
            "measure": {
              "type": "string",
              "enum": [
                "amount"
              ]
            },
            "amount": {
              "$ref": "#/components/schemas/Money"
            },
            "parts": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/PlannedQuotas"
              }
            }
          },
          "required": [
            "asOf",
            "knownAt",
            "position",
            "teamId",
            "period",
            "measure",
            "amount",
            "parts"
          ]
        },
        {
          "type": "object",
          "properties": {
            "asOf": {
              "type": "string"
            },
            "knownAt": {
              "type": "string"
            },
            "position": {
              "type": "string"
            },
            "teamId": {
              "type": "string"
            },
            "period": {
              "type": "string"
            },
            "measure": {
              "type": "string",
              "enum": [
                "deals",
                "activities"
              ]
            },
            "target": {
              "type": "number"
            },
            "parts": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/PlannedTargets"
              }
            }
          },
          "required": [
            "asOf",
            "knownAt",
            "position",
            "teamId",
            "period",
            "measure",
            "target",
            "parts"
          ]
        }
      ]
    },
    "listQuotas": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "measure": {
                    "type": "string",
                    "enum": [
                      "amount"
                    ]
                  },
                  "amount": {
                    "$ref": "#/components/schemas/Money"
                  },
                  "period": {
                    "type": "string"
                  },
                  "days": {
                    "$ref": "#/components/schemas/DateRange"
                  },
                  "repId": {
                    "type": "string"
                  },
                  "id": {
                    "type": "string"
                  },
                  "revision": {
                    "type": "string"
                  }
                },
                "required": [
                  "measure",
                  "amount",
                  "period",
                  "days",
                  "repId",
                  "id",
                  "revision"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "measure": {
                    "type": "string",
                    "enum": [
                      "deals",
                      "activities"
                    ]
                  },
                  "target": {
                    "type": "number"
                  },
                  "period": {
                    "type": "string"
                  },
                  "days": {
                    "$ref": "#/components/schemas/DateRange"
                  },
                  "repId": {
                    "type": "string"
                  },
                  "id": {
                    "type": "string"
                  },
                  "revision": {
                    "type": "string"
                  }
                },
                "required": [
                  "measure",
                  "target",
                  "period",
                  "days",
                  "repId",
                  "id",
                  "revision"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "measure": {
                    "type": "string",
                    "enum": [
                      "amount"
                    ]
                  },
                  "amount": {
                    "$ref": "#/components/schemas/Money"
                  },
                  "period": {
                    "type": "string"
                  },
                  "days": {
                    "$ref": "#/components/schemas/DateRange"
                  },
                  "teamId": {
                    "type": "string"
                  },
                  "id": {
                    "type": "string"
                  },
                  "revision": {
                    "type": "string"
                  }
                },
                "required": [
                  "measure",
                  "amount",
                  "period",
                  "days",
                  "teamId",
                  "id",
                  "revision"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "measure": {
                    "type": "string",
                    "enum": [
                      "deals",
                      "activities"
                    ]
                  },
                  "target": {
                    "type": "number"
                  },
                  "period": {
                    "type": "string"
                  },
                  "days": {
                    "$ref": "#/components/schemas/DateRange"
                  },
                  "teamId": {
                    "type": "string"
                  },
                  "id": {
                    "type": "string"
                  },
                  "revision": {
                    "type": "string"
                  }
                },
                "required": [
                  "measure",
                  "target",
                  "period",
                  "days",
                  "teamId",
                  "id",
                  "revision"
                ]
              }
            ]
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "performance": {
      "$ref": "#/components/schemas/RepPerformance"
    },
    "listEvents": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "unreadable": {
                "type": "string"
              },
              "position": {
                "type": "string"
              },
              "id": {
                "type": "string"
              },
              "type": {
                "type": "string"
              },
              "stream": {
                "type": "string"
              },
              "revision": {
                "type": "string"
              },
              "by": {
                "type": "string"
              },
              "onBehalfOf": {
                "type": "string",
                "nullable": true
              },
              "at": {
                "type": "string"
              },
              "recordedAt": {
                "type": "string"
              },
              "source": {
                "type": "string",
                "enum": [
                  "api",
                  "import",
                  "job",
                  "cli",
                  "demo",
                  "system"
                ]
              },
              "client": {
                "type": "string",
                "nullable": true
              },
              "commandId": {
                "type": "string"
              },
              "correlationId": {
                "type": "string"
              },
              "causationId": {
                "type": "string",
                "nullable": true
              },
              "data": {
                "type": "object",
                "additionalProperties": {}
              }
            },
            "required": [
              "position",
              "id",
              "type",
              "stream",
              "revision",
              "by",
              "onBehalfOf",
              "at",
              "recordedAt",
              "source",
              "client",
              "commandId",
              "correlationId",
              "causationId",
              "data"
            ]
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "getTimeline": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/TimelineItem"
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "getEvents": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string"
              },
              "type": {
                "type": "string",
                "enum": [
                  "DealOpened",
                  "DealAdvanced",
                  "DealMovedBack",
                  "DealAmountChanged",
                  "DealLinesChanged",
                  "DealRescheduled",
                  "DealCategorized",
                  "DealReassigned",
                  "DealSplit",
                  "DealWon",
                  "DealLost",
                  "DealReopened",
                  "DealCorrected",
                  "CallLogged",
                  "EmailLogged",
                  "MeetingLogged",
                  "NoteTaken",
                  "TaskAdded",
                  "TaskCompleted",
                  "TaskReassigned",
                  "CustomerAdded",
                  "CustomerAssigned",
                  "CustomerReleased",
                  "CustomerClaimed",
                  "CustomerProfileChanged",
                  "CustomerContactAdded",
                  "CustomerContactChanged",
                  "CustomerContactRemoved",
                  "CustomerMerged",
                  "CustomerErased",
                  "CustomerErasureCompleted",
                  "LeadCaptured",
                  "LeadQualified",
                  "LeadDisqualified",
                  "LeadConverted",
                  "LeadConversionCompleted"
                ]
              },
              "at": {
                "type": "string"
              },
              "recordedAt": {
                "type": "string"
              },
              "by": {
                "type": "string"
              },
              "onBehalfOf": {
                "type": "string",
                "nullable": true
              },
              "source": {
                "type": "string",
                "enum": [
                  "api",
                  "import",
                  "job",
                  "cli",
                  "demo",
                  "system"
                ]
              },
              "stream": {
                "type": "string"
              },
              "revision": {
                "type": "string"
              },
              "position": {
                "type": "string"
              },
              "data": {
                "anyOf": [
                  {
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
                        "$ref": "#/components/schemas/Money"
                      },
                      "lines": {
                        "type": "array",
                        "items": {
                          "$ref": "#/components/schemas/DealLine"
                        }
                      },
                      "ownerId": {
                        "type": "string",
                        "nullable": true
                      },
                      "expectedCloseOn": {
                        "type": "string",
                        "nullable": true
                      },
                      "fields": {
                        "$ref": "#/components/schemas/FieldValues"
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
                    ]
                  },
                  {
                    "$ref": "#/components/schemas/AddTask"
                  },
                  {
                    "type": "object",
                    "properties": {
                      "name": {
                        "type": "string"
                      },
                      "industry": {
                        "type": "string",
                        "nullable": true
                      },
                      "region": {
                        "type": "string",
                        "nullable": true
                      },
                      "source": {
                        "type": "string",
                        "nullable": true
                      },
                      "customerId": {
                        "type": "string"
                      },
                      "ownerId": {
                        "type": "string",
                        "nullable": true
                      },
                      "contacts": {
                        "type": "array",
                        "items": {
                          "$ref": "#/components/schemas/Contact"
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
                    ]
                  },
                  {
                    "$ref": "#/components/schemas/ClaimCustomer"
                  },
                  {
                    "$ref": "#/components/schemas/CompleteCustomerErasure"
                  },
                  {
                    "$ref": "#/components/schemas/MergeCustomer"
                  },
                  {
                    "$ref": "#/components/schemas/EraseCustomer"
                  },
                  {
                    "$ref": "#/components/schemas/LogCall"
                  },
                  {
                    "$ref": "#/components/schemas/LogEmail"
                  },
                  {
                    "$ref": "#/components/schemas/LogMeeting"
                  },
                  {
                    "$ref": "#/components/schemas/TakeNote"
                  },
                  {
                    "$ref": "#/components/schemas/CaptureLead"
                  },
                  {
                    "type": "object",
                    "properties": {
                      "customerId": {
                        "type": "string"
                      },
                      "from": {
                        "type": "string",
                        "nullable": true
                      },
                      "to": {
                        "type": "string"
                      }
                    },
                    "required": [
                      "customerId",
                      "from",
                      "to"
                    ]
                  },
                  {
                    "type": "object",
                    "properties": {
                      "customerId": {
                        "type": "string"
                      },
                      "from": {
                        "type": "string"
                      },
                      "reason": {
                        "type": "string",
                        "nullable": true
                      }
                    },
                    "required": [
                      "customerId",
                      "from",
                      "reason"
                    ]
                  },
                  {
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
                            "type": "string",
                            "nullable": true
                          },
                          "region": {
                            "type": "string",
                            "nullable": true
                          },
                          "source": {
                            "type": "string",
                            "nullable": true
                          }
                        }
                      },
                      "to": {
                        "type": "object",
                        "properties": {
                          "name": {
                            "type": "string"
                          },
                          "industry": {
                            "type": "string",
                            "nullable": true
                          },
                          "region": {
                            "type": "string",
                            "nullable": true
                          },
                          "source": {
                            "type": "string",
                            "nullable": true
                          }
                        }
                      }
                    },
                    "required": [
                      "customerId",
                      "from",
                      "to"
                    ]
                  },
                  {
                    "type": "object",
                    "properties": {
                      "customerId": {
                        "type": "string"
                      },
                      "contact": {
                        "$ref": "#/components/schemas/Contact"
                      }
                    },
                    "required": [
                      "customerId",
                      "contact"
                    ]
                  },
                  {
                    "type": "object",
                    "properties": {
                      "customerId": {
                        "type": "string"
                      },
                      "from": {
                        "$ref": "#/components/schemas/Contact"
                      },
                      "to": {
                        "$ref": "#/components/schemas/Contact"
                      }
                    },
                    "required": [
                      "customerId",
                      "from",
                      "to"
                    ]
                  },
                  {
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
                        "$ref": "#/components/schemas/FieldValues"
                      }
                    },
                    "required": [
                      "dealId",
                      "customerId",
                      "from",
                      "to",
                      "fields"
                    ]
                  },
                  {
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
                    ]
                  },
                  {
                    "type": "object",
                    "properties": {
                      "dealId": {
                        "type": "string"
                      },
                      "customerId": {
                        "type": "string"
                      },
                      "from": {
                        "$ref": "#/components/schemas/Money"
                      },
                      "to": {
                        "$ref": "#/components/schemas/Money"
                      },
                      "lines": {
                        "type": "array",
                        "items": {
                          "$ref": "#/components/schemas/DealLine"
                        }
                      }
                    },
                    "required": [
                      "dealId",
                      "customerId",
                      "from",
                      "to",
                      "lines"
                    ]
                  },
                  {
                    "type": "object",
                    "properties": {
                      "dealId": {
                        "type": "string"
                      },
                      "customerId": {
                        "type": "string"
                      },
                      "from": {
                        "type": "string",
                        "nullable": true
                      },
                      "to": {
                        "type": "string",
                        "nullable": true
                      }
                    },
                    "required": [
                      "dealId",
                      "customerId",
                      "from",
                      "to"
                    ]
                  },
                  {
                    "type": "object",
                    "properties": {
                      "dealId": {
                        "type": "string"
                      },
                      "customerId": {
                        "type": "string"
                      },
                      "from": {
                        "type": "string",
                        "enum": [
                          "pipeline",
                          "bestCase",
                          "commit",
                          "omitted"
                        ],
                        "nullable": true
                      },
                      "to": {
                        "type": "string",
                        "enum": [
                          "pipeline",
                          "bestCase",
                          "commit",
                          "omitted"
                        ],
                        "nullable": true
                      }
                    },
                    "required": [
                      "dealId",
                      "customerId",
                      "from",
                      "to"
                    ]
                  },
                  {
                    "type": "object",
                    "properties": {
                      "dealId": {
                        "type": "string"
                      },
                      "customerId": {
                        "type": "string"
                      },
                      "from": {
                        "type": "array",
                        "items": {
                          "$ref": "#/components/schemas/CreditShare"
                        },
                        "nullable": true
                      },
                      "to": {
                        "type": "array",
                        "items": {
                          "$ref": "#/components/schemas/CreditShare"
                        },
                        "nullable": true
                      }
                    },
                    "required": [
                      "dealId",
                      "customerId",
                      "from",
                      "to"
                    ]
                  },
                  {
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
                        "$ref": "#/components/schemas/Money"
                      },
                      "lines": {
                        "type": "array",
                        "items": {
                          "$ref": "#/components/schemas/DealLine"
                        }
                      },
                      "ownerId": {
                        "type": "string",
                        "nullable": true
                      },
                      "signedOn": {
                        "type": "string"
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
                    ]
                  },
                  {
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
                        "$ref": "#/components/schemas/Money"
                      },
                      "lines": {
                        "type": "array",
                        "items": {
                          "$ref": "#/components/schemas/DealLine"
                        }
                      },
                      "ownerId": {
                        "type": "string",
                        "nullable": true
                      },
                      "reason": {
                        "type": "string"
                      },
                      "competitor": {
                        "type": "string",
                        "nullable": true
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
                    ]
                  },
                  {
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
                        "$ref": "#/components/schemas/Money"
                      },
                      "ownerId": {
                        "type": "string",
                        "nullable": true
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
                    ]
                  },
                  {
                    "type": "object",
                    "properties": {
                      "dealId": {
                        "type": "string"
                      },
                      "customerId": {
                        "type": "string"
                      },
                      "effectiveAt": {
                        "type": "string"
                      },
                      "amount": {
                        "type": "object",
                        "properties": {
                          "from": {
                            "$ref": "#/components/schemas/Money"
                          },
                          "to": {
                            "$ref": "#/components/schemas/Money"
                          },
                          "until": {
                            "type": "string",
                            "nullable": true
                          },
                          "lines": {
                            "type": "array",
                            "items": {
                              "$ref": "#/components/schemas/DealLine"
                            }
                          }
                        },
                        "required": [
                          "from",
                          "to",
                          "until",
                          "lines"
                        ],
                        "nullable": true
                      },
                      "stage": {
                        "type": "object",
                        "properties": {
                          "from": {
                            "type": "string"
                          },
                          "to": {
                            "type": "string"
                          },
                          "until": {
                            "type": "string",
                            "nullable": true
                          }
                        },
                        "required": [
                          "from",
                          "to",
                          "until"
                        ],
                        "nullable": true
                      },
                      "expectedCloseOn": {
                        "type": "object",
                        "properties": {
                          "from": {
                            "type": "string",
                            "nullable": true
                          },
                          "to": {
                            "type": "string",
                            "nullable": true
                          },
                          "until": {
                            "type": "string",
                            "nullable": true
                          }
                        },
                        "required": [
                          "from",
                          "to",
                          "until"
                        ],
                        "nullable": true
                      },
                      "ownerId": {
                        "type": "object",
                        "properties": {
                          "from": {
                            "type": "string",
                            "nullable": true
                          },
                          "to": {
                            "type": "string",
                            "nullable": true
                          },
                          "until": {
                            "type": "string",
                            "nullable": true
                          }
                        },
                        "required": [
                          "from",
                          "to",
                          "until"
                        ],
                        "nullable": true
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
                    ]
                  },
                  {
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
                    ]
                  },
                  {
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
                    ]
                  },
                  {
                    "type": "object",
                    "properties": {
                      "leadId": {
                        "type": "string"
                      },
                      "customerId": {
                        "type": "string"
                      },
                      "note": {
                        "type": "string",
                        "nullable": true
                      }
                    },
                    "required": [
                      "leadId",
                      "customerId",
                      "note"
                    ]
                  },
                  {
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
                    ]
                  },
                  {
                    "type": "object",
                    "properties": {
                      "leadId": {
                        "type": "string"
                      },
                      "customerId": {
                        "type": "string"
                      },
                      "ownerId": {
                        "type": "string",
                        "nullable": true
                      },
                      "deal": {
                        "allOf": [
                          {
                            "$ref": "#/components/schemas/FirstDeal"
                          }
                        ],
                        "nullable": true
                      }
                    },
                    "required": [
                      "leadId",
                      "customerId",
                      "ownerId",
                      "deal"
                    ]
                  },
                  {
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
                    ]
                  }
                ]
              },
              "unreadable": {
                "type": "string"
              },
              "hash": {
                "type": "string"
              }
            },
            "required": [
              "id",
              "type",
              "at",
              "recordedAt",
              "by",
              "onBehalfOf",
              "source",
              "stream",
              "revision",
              "position",
              "data"
            ]
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "verifyLog": {
      "$ref": "#/components/schemas/Verification"
    },
    "exportCheckpoint": {
      "$ref": "#/components/schemas/Checkpoint"
    },
    "getPersonalData": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "facts": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "eventId": {
                "type": "string"
              },
              "type": {
                "type": "string"
              },
              "at": {
                "type": "string"
              },
              "recordedAt": {
                "type": "string"
              },
              "by": {
                "type": "string"
              },
              "onBehalfOf": {
                "type": "string",
                "nullable": true
              },
              "position": {
                "type": "string"
              },
              "dealId": {
                "type": "string",
                "nullable": true
              },
              "activityId": {
                "type": "string",
                "nullable": true
              },
              "personal": {
                "type": "object",
                "additionalProperties": {
                  "$ref": "#/components/schemas/Json"
                }
              }
            },
            "required": [
              "eventId",
              "type",
              "at",
              "recordedAt",
              "by",
              "onBehalfOf",
              "position",
              "dealId",
              "activityId",
              "personal"
            ]
          }
        },
        "activities": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "eventId": {
                "type": "string"
              },
              "type": {
                "type": "string"
              },
              "at": {
                "type": "string"
              },
              "recordedAt": {
                "type": "string"
              },
              "by": {
                "type": "string"
              },
              "onBehalfOf": {
                "type": "string",
                "nullable": true
              },
              "position": {
                "type": "string"
              },
              "dealId": {
                "type": "string",
                "nullable": true
              },
              "activityId": {
                "type": "string",
                "nullable": true
              },
              "personal": {
                "type": "object",
                "additionalProperties": {
                  "$ref": "#/components/schemas/Json"
                }
              }
            },
            "required": [
              "eventId",
              "type",
              "at",
              "recordedAt",
              "by",
              "onBehalfOf",
              "position",
              "dealId",
              "activityId",
              "personal"
            ]
          }
        },
        "name": {
          "type": "string"
        },
        "ownerId": {
          "type": "string",
          "nullable": true
        },
        "industry": {
          "type": "string",
          "nullable": true
        },
        "region": {
          "type": "string",
          "nullable": true
        },
        "source": {
          "type": "string",
          "nullable": true
        },
        "contacts": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Contact"
          }
        },
        "erasure": {
          "type": "string",
          "enum": [
            "begun",
            "completed"
          ],
          "nullable": true
        },
        "id": {
          "type": "string"
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "facts",
        "activities",
        "name",
        "ownerId",
        "industry",
        "region",
        "source",
        "contacts",
        "erasure",
        "id"
      ]
    },
    "startExport": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        }
      },
      "required": [
        "id"
      ]
    },
    "getExport": {
      "$ref": "#/components/schemas/ExportStatus"
    },
    "getImport": {
      "type": "object",
      "properties": {
        "progress": {
          "allOf": [
            {
              "$ref": "#/components/schemas/JobProgress"
            }
          ],
          "nullable": true
        },
        "error": {
          "type": "string",
          "nullable": true
        },
        "counts": {
          "type": "object",
          "properties": {
            "events": {
              "type": "number"
            },
            "accepted": {
              "type": "number"
            },
            "unchanged": {
              "type": "number"
            },
            "rows": {
              "type": "number"
            },
            "rejected": {
              "type": "number"
            },
            "repaired": {
              "type": "number"
            }
          },
          "required": [
            "events",
            "accepted",
            "unchanged",
            "rows",
            "rejected",
            "repaired"
          ],
          "nullable": true
        },
        "files": {
          "type": "object",
          "additionalProperties": {
            "$ref": "#/components/schemas/ImportCounts"
          }
        },
        "rejected": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/RowProblem"
          }
        },
        "rejectedUnlisted": {
          "type": "number"
        },
        "repairs": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Remark"
          }
        },
        "notices": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Remark"
          }
        },
        "revision": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "preview": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "rows": {
                  "type": "number"
                },
                "columns": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "firstRows": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "additionalProperties": {
                      "type": "string"
                    }
                  }
                },
                "unreadable": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/RowProblem"
                  }
                },
                "duplicates": {
                  "allOf": [
                    {
                      "$ref": "#/components/schemas/DuplicatePreview"
                    }
                  ],
                  "nullable": true
                }
              },
              "required": [
                "rows",
                "columns",
                "firstRows",
                "unreadable",
                "duplicates"
              ]
            },
            {
              "type": "object",
              "properties": {
                "rows": {
                  "type": "number"
                },
                "files": {
                  "type": "object",
                  "additionalProperties": {
                    "type": "number"
                  }
                },
                "unreadable": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/RowProblem"
                  }
                },
                "duplicates": {
                  "allOf": [
                    {
                      "$ref": "#/components/schemas/DuplicatePreview"
                    }
                  ],
                  "nullable": true
                }
              },
              "required": [
                "rows",
                "files",
                "unreadable",
                "duplicates"
              ]
            }
          ],
          "nullable": true
        },
        "id": {
          "type": "string"
        },
        "kind": {
          "type": "string"
        },
        "fileName": {
          "type": "string"
        },
        "rows": {
          "type": "number"
        },
        "mapping": {
          "type": "object",
          "additionalProperties": {
            "type": "string"
          }
        },
        "decimal": {
          "type": "string",
          "enum": [
            ".",
            ","
          ],
          "nullable": true
        },
        "duplicates": {
          "type": "string",
          "enum": [
            "create",
            "skip",
            "useExisting"
          ],
          "nullable": true
        },
        "state": {
          "type": "string"
        }
      },
      "required": [
        "progress",
        "error",
        "counts",
        "files",
        "rejected",
        "rejectedUnlisted",
        "repairs",
        "notices",
        "revision",
        "position",
        "preview",
        "id",
        "kind",
        "fileName",
        "rows",
        "mapping",
        "decimal",
        "duplicates",
        "state"
      ]
    },
    "upload": {
      "allOf": [
        {
          "$ref": "#/components/schemas/WrittenAnswer"
        },
        {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "state": {
                  "type": "string",
                  "enum": [
                    "previewed"
                  ]
                },
                "rows": {
                  "type": "number"
                },
                "columns": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "firstRows": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "additionalProperties": {
                      "type": "string"
                    }
                  }
                },
                "unreadable": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/RowProblem"
                  }
                },
                "duplicates": {
                  "allOf": [
                    {
                      "$ref": "#/components/schemas/DuplicatePreview"
                    }
                  ],
                  "nullable": true
                }
              },
              "required": [
                "state",
                "rows",
                "columns",
                "firstRows",
                "unreadable",
                "duplicates"
              ]
            },
            {
              "type": "object",
              "properties": {
                "state": {
                  "type": "string",
                  "enum": [
                    "previewed"
                  ]
                },
                "rows": {
                  "type": "number"
                },
                "files": {
                  "type": "object",
                  "additionalProperties": {
                    "type": "number"
                  }
                },
                "unreadable": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/RowProblem"
                  }
                },
                "duplicates": {
                  "allOf": [
                    {
                      "$ref": "#/components/schemas/DuplicatePreview"
                    }
                  ],
                  "nullable": true
                }
              },
              "required": [
                "state",
                "rows",
                "files",
                "unreadable",
                "duplicates"
              ]
            }
          ]
        }
      ]
    },
    "getLeadDuplicates": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/LikelyDuplicate"
          }
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items"
      ]
    },
    "listLeads": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "disqualifiedReason": {
                "type": "string",
                "nullable": true
              },
              "customerId": {
                "type": "string",
                "nullable": true
              },
              "dealId": {
                "type": "string",
                "nullable": true
              },
              "id": {
                "type": "string"
              },
              "revision": {
                "type": "string"
              },
              "name": {
                "type": "string"
              },
              "company": {
                "type": "string",
                "nullable": true
              },
              "email": {
                "type": "string",
                "nullable": true
              },
              "phone": {
                "type": "string",
                "nullable": true
              },
              "source": {
                "type": "string",
                "nullable": true
              },
              "ownerId": {
                "type": "string",
                "nullable": true
              },
              "status": {
                "type": "string",
                "enum": [
                  "new",
                  "qualified",
                  "disqualified",
                  "converted"
                ]
              },
              "since": {
                "type": "string"
              }
            },
            "required": [
              "disqualifiedReason",
              "customerId",
              "dealId",
              "id",
              "revision",
              "name",
              "company",
              "email",
              "phone",
              "source",
              "ownerId",
              "status",
              "since"
            ]
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "getLead": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "disqualifiedReason": {
          "type": "string",
          "nullable": true
        },
        "customerId": {
          "type": "string",
          "nullable": true
        },
        "dealId": {
          "type": "string",
          "nullable": true
        },
        "id": {
          "type": "string"
        },
        "revision": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "company": {
          "type": "string",
          "nullable": true
        },
        "email": {
          "type": "string",
          "nullable": true
        },
        "phone": {
          "type": "string",
          "nullable": true
        },
        "source": {
          "type": "string",
          "nullable": true
        },
        "ownerId": {
          "type": "string",
          "nullable": true
        },
        "status": {
          "type": "string",
          "enum": [
            "new",
            "qualified",
            "disqualified",
            "converted"
          ]
        },
        "since": {
          "type": "string"
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "disqualifiedReason",
        "customerId",
        "dealId",
        "id",
        "revision",
        "name",
        "company",
        "email",
        "phone",
        "source",
        "ownerId",
        "status",
        "since"
      ]
    },
    "listDeliveries": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "deliveries": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Delivery"
                }
              },
              "id": {
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
              "raisedAt": {
                "type": "string"
              }
            },
            "required": [
              "deliveries",
              "id",
              "recipientId",
              "topic",
              "subject",
              "raisedAt"
            ]
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "listNotifications": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string"
              },
              "revision": {
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
                "$ref": "#/components/schemas/NotificationSubject"
              },
              "raisedAt": {
                "type": "string"
              },
              "readAt": {
                "type": "string",
                "nullable": true
              }
            },
            "required": [
              "id",
              "revision",
              "topic",
              "subject",
              "text",
              "about",
              "raisedAt",
              "readAt"
            ]
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "getDeparture": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "id": {
          "type": "string"
        },
        "repId": {
          "type": "string"
        },
        "on": {
          "type": "string"
        },
        "successors": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Successor"
          }
        },
        "reason": {
          "type": "string",
          "nullable": true
        },
        "state": {
          "type": "string",
          "enum": [
            "here",
            "handingOver",
            "departed"
          ]
        },
        "job": {
          "type": "object",
          "properties": {
            "state": {
              "type": "string",
              "enum": [
                "waiting",
                "active",
                "done",
                "failed"
              ]
            },
            "attempts": {
              "type": "number"
            },
            "progress": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/JobProgress"
                }
              ],
              "nullable": true
            },
            "error": {
              "type": "string",
              "nullable": true
            }
          },
          "required": [
            "state",
            "attempts",
            "progress",
            "error"
          ],
          "nullable": true
        },
        "handedOver": {
          "type": "object",
          "properties": {
            "deals": {
              "type": "number"
            },
            "customers": {
              "type": "number"
            },
            "tasks": {
              "type": "number"
            }
          },
          "required": [
            "deals",
            "customers",
            "tasks"
          ],
          "nullable": true
        },
        "receipt": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/ReceiptLine"
          }
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "id",
        "repId",
        "on",
        "successors",
        "reason",
        "state",
        "job",
        "handedOver",
        "receipt"
      ]
    },
    "previewDeparture": {
      "$ref": "#/components/schemas/DeparturePreview"
    },
    "issueRepToken": {
      "allOf": [
        {
          "$ref": "#/components/schemas/WrittenAnswer"
        },
        {
          "$ref": "#/components/schemas/IssuedToken"
        }
      ]
    },
    "listReps": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string"
              },
              "revision": {
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
                "type": "string",
                "enum": [
                  "rep",
                  "manager",
                  "analyst",
                  "admin",
                  "reader"
                ]
              },
              "region": {
                "type": "string",
                "nullable": true
              },
              "hiredOn": {
                "type": "string",
                "nullable": true
              },
              "departedOn": {
                "type": "string",
                "nullable": true
              },
              "presence": {
                "type": "string",
                "enum": [
                  "here",
                  "handingOver",
                  "departed"
                ]
              }
            },
            "required": [
              "id",
              "revision",
              "name",
              "email",
              "teamId",
              "role",
              "region",
              "hiredOn",
              "departedOn",
              "presence"
            ]
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "getRep": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "tokens": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string"
              },
              "expiresAt": {
                "type": "string",
                "nullable": true
              },
              "revoked": {
                "type": "boolean"
              }
            },
            "required": [
              "id",
              "expiresAt",
              "revoked"
            ]
          }
        },
        "id": {
          "type": "string"
        },
        "revision": {
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
          "type": "string",
          "enum": [
            "rep",
            "manager",
            "analyst",
            "admin",
            "reader"
          ]
        },
        "region": {
          "type": "string",
          "nullable": true
        },
        "hiredOn": {
          "type": "string",
          "nullable": true
        },
        "departedOn": {
          "type": "string",
          "nullable": true
        },
        "presence": {
          "type": "string",
          "enum": [
            "here",
            "handingOver",
            "departed"
          ]
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "tokens",
        "id",
        "revision",
        "name",
        "email",
        "teamId",
        "role",
        "region",
        "hiredOn",
        "departedOn",
        "presence"
      ]
    },
    "listTeams": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string"
              },
              "revision": {
                "type": "string"
              },
              "name": {
                "type": "string"
              },
              "parentId": {
                "type": "string",
                "nullable": true
              }
            },
            "required": [
              "id",
              "revision",
              "name",
              "parentId"
            ]
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "getTeam": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "id": {
          "type": "string"
        },
        "revision": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "parentId": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "id",
        "revision",
        "name",
        "parentId"
      ]
    },
    "listProducts": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string"
              },
              "revision": {
                "type": "string"
              },
              "name": {
                "type": "string"
              },
              "models": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Model"
                }
              }
            },
            "required": [
              "id",
              "revision",
              "name",
              "models"
            ]
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "getProduct": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "id": {
          "type": "string"
        },
        "revision": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "models": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Model"
          }
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "id",
        "revision",
        "name",
        "models"
      ]
    },
    "startBackTest": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        }
      },
      "required": [
        "id"
      ]
    },
    "getBackTest": {
      "type": "object",
      "properties": {
        "error": {
          "type": "string",
          "nullable": true
        },
        "id": {
          "type": "string"
        },
        "at": {
          "type": "string"
        },
        "state": {
          "type": "string",
          "enum": [
            "failed",
            "completed",
            "running",
            "cancelled"
          ]
        },
        "rows": {
          "type": "number",
          "nullable": true
        },
        "columns": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Column"
          },
          "nullable": true
        },
        "progress": {
          "allOf": [
            {
              "$ref": "#/components/schemas/JobProgress"
            }
          ],
          "nullable": true
        },
        "by": {
          "type": "string"
        },
        "head": {
          "type": "string"
        },
        "request": {
          "$ref": "#/components/schemas/ReplayRequest"
        },
        "summary": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/MethodScore"
          },
          "nullable": true
        }
      },
      "required": [
        "error",
        "id",
        "at",
        "state",
        "rows",
        "columns",
        "progress",
        "by",
        "head",
        "request",
        "summary"
      ]
    },
    "startReplay": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        }
      },
      "required": [
        "id"
      ]
    },
    "listReplays": {
      "type": "object",
      "properties": {
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string"
              },
              "by": {
                "type": "string"
              },
              "at": {
                "type": "string"
              },
              "head": {
                "type": "string"
              },
              "request": {
                "$ref": "#/components/schemas/ReplayRequest"
              },
              "state": {
                "type": "string",
                "enum": [
                  "failed",
                  "completed",
                  "running",
                  "cancelled"
                ]
              },
              "progress": {
                "allOf": [
                  {
                    "$ref": "#/components/schemas/JobProgress"
                  }
                ],
                "nullable": true
              },
              "error": {
                "type": "string",
                "nullable": true
              },
              "rows": {
                "type": "number",
                "nullable": true
              },
              "columns": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Column"
                },
                "nullable": true
              },
              "summary": {
                "$ref": "#/components/schemas/Json"
              }
            },
            "required": [
              "id",
              "by",
              "at",
              "head",
              "request",
              "state",
              "progress",
              "error",
              "rows",
              "columns",
              "summary"
            ]
          }
        }
      },
      "required": [
        "items"
      ]
    },
    "getReplay": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "by": {
          "type": "string"
        },
        "at": {
          "type": "string"
        },
        "head": {
          "type": "string"
        },
        "request": {
          "$ref": "#/components/schemas/ReplayRequest"
        },
        "state": {
          "type": "string",
          "enum": [
            "failed",
            "completed",
            "running",
            "cancelled"
          ]
        },
        "progress": {
          "allOf": [
            {
              "$ref": "#/components/schemas/JobProgress"
            }
          ],
          "nullable": true
        },
        "error": {
          "type": "string",
          "nullable": true
        },
        "rows": {
          "type": "number",
          "nullable": true
        },
        "columns": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Column"
          },
          "nullable": true
        },
        "summary": {
          "$ref": "#/components/schemas/Json"
        }
      },
      "required": [
        "id",
        "by",
        "at",
        "head",
        "request",
        "state",
        "progress",
        "error",
        "rows",
        "columns",
        "summary"
      ]
    },
    "cancelReplay": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "by": {
          "type": "string"
        },
        "at": {
          "type": "string"
        },
        "head": {
          "type": "string"
        },
        "request": {
          "$ref": "#/components/schemas/ReplayRequest"
        },
        "state": {
          "type": "string",
          "enum": [
            "failed",
            "completed",
            "running",
            "cancelled"
          ]
        },
        "progress": {
          "allOf": [
            {
              "$ref": "#/components/schemas/JobProgress"
            }
          ],
          "nullable": true
        },
        "error": {
          "type": "string",
          "nullable": true
        },
        "rows": {
          "type": "number",
          "nullable": true
        },
        "columns": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Column"
          },
          "nullable": true
        },
        "summary": {
          "$ref": "#/components/schemas/Json"
        }
      },
      "required": [
        "id",
        "by",
        "at",
        "head",
        "request",
        "state",
        "progress",
        "error",
        "rows",
        "columns",
        "summary"
      ]
    },
    "resumeReplay": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "by": {
          "type": "string"
        },
        "at": {
          "type": "string"
        },
        "head": {
          "type": "string"
        },
        "request": {
          "$ref": "#/components/schemas/ReplayRequest"
        },
        "state": {
          "type": "string",
          "enum": [
            "failed",
            "completed",
            "running",
            "cancelled"
          ]
        },
        "progress": {
          "allOf": [
            {
              "$ref": "#/components/schemas/JobProgress"
            }
          ],
          "nullable": true
        },
        "error": {
          "type": "string",
          "nullable": true
        },
        "rows": {
          "type": "number",
          "nullable": true
        },
        "columns": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Column"
          },
          "nullable": true
        },
        "summary": {
          "$ref": "#/components/schemas/Json"
        }
      },
      "required": [
        "id",
        "by",
        "at",
        "head",
        "request",
        "state",
        "progress",
        "error",
        "rows",
        "columns",
        "summary"
      ]
    },
    "ask": {
      "$ref": "#/components/schemas/WhatIf"
    },
    "report": {
      "$ref": "#/components/schemas/Report"
    },
    "reportDeals": {
      "$ref": "#/components/schemas/ReportDeals"
    },
    "listSavedReports": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "second": {
                "type": "string",
                "nullable": true
              },
              "schedule": {
                "allOf": [
                  {
                    "$ref": "#/components/schemas/ReportSchedule"
                  }
                ],
                "nullable": true
              },
              "sent": {
                "type": "object",
                "additionalProperties": {
                  "type": "string"
                }
              },
              "report": {
                "type": "string"
              },
              "period": {
                "type": "string",
                "nullable": true
              },
              "relative": {
                "type": "string",
                "enum": [
                  "thisMonth",
                  "lastMonth",
                  "thisQuarter",
                  "lastQuarter",
                  "thisYear",
                  "lastYear"
                ],
                "nullable": true
              },
              "group": {
                "type": "string",
                "nullable": true
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
              },
              "id": {
                "type": "string"
              },
              "revision": {
                "type": "string"
              },
              "name": {
                "type": "string"
              },
              "ownerId": {
                "type": "string"
              }
            },
            "required": [
              "second",
              "schedule",
              "sent",
              "report",
              "period",
              "relative",
              "group",
              "filter",
              "compare",
              "id",
              "revision",
              "name",
              "ownerId"
            ]
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "listProcesses": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string"
              },
              "revision": {
                "type": "string"
              },
              "version": {
                "type": "number"
              },
              "name": {
                "type": "string"
              },
              "stages": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Stage"
                }
              },
              "rules": {
                "$ref": "#/components/schemas/ProcessRules"
              }
            },
            "required": [
              "id",
              "revision",
              "version",
              "name",
              "stages",
              "rules"
            ]
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "getProcess": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "id": {
          "type": "string"
        },
        "revision": {
          "type": "string"
        },
        "version": {
          "type": "number"
        },
        "name": {
          "type": "string"
        },
        "stages": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Stage"
          }
        },
        "rules": {
          "$ref": "#/components/schemas/ProcessRules"
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "id",
        "revision",
        "version",
        "name",
        "stages",
        "rules"
      ]
    }
  },
  "shared": {
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
      ]
    },
    "ByCategory": {
      "type": "object",
      "properties": {
        "commit": {
          "$ref": "#/components/schemas/Money"
        },
        "bestCase": {
          "$ref": "#/components/schemas/Money"
        },
        "pipeline": {
          "$ref": "#/components/schemas/Money"
        }
      },
      "required": [
        "commit",
        "bestCase",
        "pipeline"
      ]
    },
    "ForecastFigures": {
      "type": "object",
      "properties": {
        "closed": {
          "$ref": "#/components/schemas/Money"
        },
        "commit": {
          "$ref": "#/components/schemas/Money"
        },
        "bestCase": {
          "$ref": "#/components/schemas/Money"
        },
        "pipeline": {
          "$ref": "#/components/schemas/Money"
        },
        "weighted": {
          "$ref": "#/components/schemas/Money"
        },
        "cumulative": {
          "$ref": "#/components/schemas/ByCategory"
        },
        "quota": {
          "$ref": "#/components/schemas/Money"
        },
        "attainment": {
          "type": "number",
          "nullable": true
        },
        "coverage": {
          "type": "number",
          "nullable": true
        },
        "adjusted": {
          "$ref": "#/components/schemas/ByCategory"
        },
        "submitted": {
          "type": "object",
          "properties": {
            "commit": {
              "$ref": "#/components/schemas/Money"
            },
            "bestCase": {
              "$ref": "#/components/schemas/Money"
            },
            "pipeline": {
              "$ref": "#/components/schemas/Money"
            }
          }
        }
      },
      "required": [
        "closed",
        "commit",
        "bestCase",
        "pipeline",
        "weighted",
        "cumulative"
      ]
    },
    "Forecast": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "rows": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "closed": {
                "$ref": "#/components/schemas/Money"
              },
              "commit": {
                "$ref": "#/components/schemas/Money"
              },
              "bestCase": {
                "$ref": "#/components/schemas/Money"
              },
              "pipeline": {
                "$ref": "#/components/schemas/Money"
              },
              "weighted": {
                "$ref": "#/components/schemas/Money"
              },
              "cumulative": {
                "$ref": "#/components/schemas/ByCategory"
              },
              "quota": {
                "$ref": "#/components/schemas/Money"
              },
              "attainment": {
                "type": "number",
                "nullable": true
              },
              "coverage": {
                "type": "number",
                "nullable": true
              },
              "adjusted": {
                "$ref": "#/components/schemas/ByCategory"
              },
              "submitted": {
                "type": "object",
                "properties": {
                  "commit": {
                    "$ref": "#/components/schemas/Money"
                  },
                  "bestCase": {
                    "$ref": "#/components/schemas/Money"
                  },
                  "pipeline": {
                    "$ref": "#/components/schemas/Money"
                  }
                }
              },
              "period": {
                "type": "string",
                "nullable": true
              },
              "group": {
                "type": "string",
                "nullable": true
              },
              "second": {
                "type": "string",
                "nullable": true
              },
              "withBelow": {
                "$ref": "#/components/schemas/ForecastFigures"
              }
            },
            "required": [
              "closed",
              "commit",
              "bestCase",
              "pipeline",
              "weighted",
              "cumulative",
              "period",
              "group"
            ]
          }
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "rows"
      ]
    },
    "Actor": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "role": {
          "type": "string",
          "enum": [
            "rep",
            "manager",
            "analyst",
            "admin",
            "reader"
          ]
        },
        "onBehalfOf": {
          "type": "string"
        }
      },
      "required": [
        "id",
        "role"
      ]
    },
    "Health": {
      "type": "object",
      "properties": {
        "status": {
          "type": "string",
          "enum": [
            "ok"
          ]
        },
        "position": {
          "type": "string"
        },
        "version": {
          "type": "string"
        }
      },
      "required": [
        "status",
        "position",
        "version"
      ]
    },
    "ToldLease": {
      "type": "object",
      "properties": {
        "holder": {
          "type": "string"
        },
        "epoch": {
          "type": "number"
        },
        "expired": {
          "type": "boolean"
        }
      },
      "required": [
        "holder",
        "epoch",
        "expired"
      ]
    },
    "Comparison": {
      "type": "object",
      "properties": {
        "same": {
          "type": "number"
        },
        "different": {
          "type": "number"
        },
        "added": {
          "type": "number"
        },
        "missing": {
          "type": "number"
        }
      },
      "required": [
        "same",
        "different",
        "added",
        "missing"
      ]
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
        "month": {
          "type": "number"
        }
      },
      "required": [
        "rule",
        "weekday",
        "month"
      ]
    },
    "WeekCalendar": {
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
          "$ref": "#/components/schemas/YearEnd"
        }
      },
      "required": [
        "kind",
        "yearEnd"
      ]
    },
    "FiscalCalendar": {
      "anyOf": [
        {
          "type": "object",
          "properties": {
            "kind": {
              "type": "string",
              "enum": [
                "gregorian"
              ]
            },
            "startMonth": {
              "type": "number"
            }
          },
          "required": [
            "kind",
            "startMonth"
          ]
        },
        {
          "$ref": "#/components/schemas/WeekCalendar"
        }
      ]
    },
    "Company": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "revision": {
          "type": "string",
          "nullable": true
        },
        "currency": {
          "type": "string"
        },
        "timeZone": {
          "type": "string"
        },
        "calendar": {
          "$ref": "#/components/schemas/FiscalCalendar"
        },
        "fiscalYearStart": {
          "type": "number"
        },
        "recordedSince": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "revision",
        "currency",
        "timeZone",
        "calendar",
        "fiscalYearStart",
        "recordedSince"
      ]
    },
    "RateFrom": {
      "type": "object",
      "properties": {
        "from": {
          "type": "string"
        },
        "rate": {
          "type": "string"
        }
      },
      "required": [
        "from",
        "rate"
      ]
    },
    "FoundIn": {
      "type": "object",
      "properties": {
        "field": {
          "type": "string",
          "enum": [
            "name",
            "email",
            "phone"
          ]
        },
        "value": {
          "type": "string"
        }
      },
      "required": [
        "field",
        "value"
      ]
    },
    "LastActivity": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "kind": {
          "type": "string",
          "enum": [
            "call",
            "email",
            "meeting",
            "note",
            "task"
          ]
        },
        "at": {
          "type": "string"
        },
        "repId": {
          "type": "string"
        },
        "subject": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "id",
        "kind",
        "at",
        "repId",
        "subject"
      ]
    },
    "NextTask": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "subject": {
          "type": "string",
          "nullable": true
        },
        "dueOn": {
          "type": "string",
          "nullable": true
        },
        "repId": {
          "type": "string"
        }
      },
      "required": [
        "id",
        "subject",
        "dueOn",
        "repId"
      ]
    },
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
          "type": "string",
          "nullable": true
        },
        "phone": {
          "type": "string",
          "nullable": true
        },
        "title": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "id",
        "name",
        "email",
        "phone",
        "title"
      ]
    },
    "Ownership": {
      "type": "object",
      "properties": {
        "ownerId": {
          "type": "string",
          "nullable": true
        },
        "from": {
          "type": "string"
        },
        "to": {
          "type": "string",
          "nullable": true
        },
        "recordedAt": {
          "type": "string"
        }
      },
      "required": [
        "ownerId",
        "from",
        "to",
        "recordedAt"
      ]
    },
    "DuplicateMatch": {
      "type": "object",
      "properties": {
        "field": {
          "type": "string",
          "enum": [
            "name",
            "email",
            "phone",
            "emailDomain"
          ]
        },
        "value": {
          "type": "string"
        }
      },
      "required": [
        "field",
        "value"
      ]
    },
    "LikelyDuplicate": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "ownerId": {
          "type": "string",
          "nullable": true
        },
        "region": {
          "type": "string",
          "nullable": true
        },
        "matches": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/DuplicateMatch"
          }
        },
        "weak": {
          "type": "boolean"
        }
      },
      "required": [
        "id",
        "name",
        "ownerId",
        "region",
        "matches",
        "weak"
      ]
    },
    "DealLine": {
      "type": "object",
      "properties": {
        "productId": {
          "type": "string"
        },
        "model": {
          "type": "string",
          "nullable": true
        },
        "quantity": {
          "type": "number"
        },
        "price": {
          "$ref": "#/components/schemas/Money"
        },
        "amount": {
          "$ref": "#/components/schemas/Money"
        }
      },
      "required": [
        "productId",
        "model",
        "quantity",
        "price",
        "amount"
      ]
    },
    "FieldValues": {
      "type": "object",
      "additionalProperties": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "number"
          },
          {
            "type": "boolean"
          }
        ]
      }
    },
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
      ]
    },
    "DealList": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {
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
                "$ref": "#/components/schemas/Money"
              },
              "lines": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/DealLine"
                }
              },
              "ownerId": {
                "type": "string",
                "nullable": true
              },
              "expectedCloseOn": {
                "type": "string",
                "nullable": true
              },
              "fields": {
                "$ref": "#/components/schemas/FieldValues"
              },
              "id": {
                "type": "string"
              },
              "status": {
                "type": "string",
                "enum": [
                  "Open",
                  "Won",
                  "Lost"
                ]
              },
              "forecastCategory": {
                "type": "string",
                "enum": [
                  "pipeline",
                  "bestCase",
                  "commit",
                  "omitted"
                ],
                "nullable": true
              },
              "split": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/CreditShare"
                },
                "nullable": true
              },
              "openedAt": {
                "type": "string"
              },
              "stageSince": {
                "type": "string"
              },
              "closedAt": {
                "type": "string",
                "nullable": true
              },
              "signedOn": {
                "type": "string",
                "nullable": true
              },
              "lostReason": {
                "type": "string",
                "nullable": true
              },
              "competitor": {
                "type": "string",
                "nullable": true
              },
              "reopenReason": {
                "type": "string",
                "nullable": true
              },
              "companyAmount": {
                "$ref": "#/components/schemas/Money"
              },
              "revision": {
                "type": "string"
              }
            },
            "required": [
              "name",
              "customerId",
              "processId",
              "stage",
              "amount",
              "lines",
              "ownerId",
              "expectedCloseOn",
              "fields",
              "id",
              "status",
              "forecastCategory",
              "split",
              "openedAt",
              "stageSince",
              "closedAt",
              "signedOn",
              "lostReason",
              "competitor",
              "reopenReason",
              "companyAmount",
              "revision"
            ]
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "BehindEvent": {
      "type": "object",
      "properties": {
        "position": {
          "type": "string"
        },
        "revision": {
          "type": "string"
        },
        "type": {
          "type": "string"
        },
        "by": {
          "type": "string"
        },
        "onBehalfOf": {
          "type": "string",
          "nullable": true
        },
        "at": {
          "type": "string"
        },
        "recordedAt": {
          "type": "string"
        }
      },
      "required": [
        "position",
        "revision",
        "type",
        "by",
        "onBehalfOf",
        "at",
        "recordedAt"
      ]
    },
    "ShownSlip": {
      "type": "object",
      "properties": {
        "dealId": {
          "type": "string"
        },
        "at": {
          "type": "string"
        },
        "from": {
          "type": "string"
        },
        "to": {
          "type": "string",
          "nullable": true
        },
        "days": {
          "type": "number"
        },
        "isOpen": {
          "type": "boolean"
        },
        "ownerId": {
          "type": "string",
          "nullable": true
        },
        "amount": {
          "$ref": "#/components/schemas/Money"
        },
        "event": {
          "$ref": "#/components/schemas/BehindEvent"
        }
      },
      "required": [
        "dealId",
        "at",
        "from",
        "to",
        "days",
        "isOpen",
        "ownerId",
        "amount",
        "event"
      ]
    },
    "BoardCard": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "revision": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "ownerId": {
          "type": "string",
          "nullable": true
        },
        "amount": {
          "$ref": "#/components/schemas/Money"
        },
        "companyAmount": {
          "$ref": "#/components/schemas/Money"
        },
        "expectedCloseOn": {
          "type": "string",
          "nullable": true
        },
        "since": {
          "type": "string"
        }
      },
      "required": [
        "id",
        "revision",
        "name",
        "customerId",
        "ownerId",
        "amount",
        "companyAmount",
        "expectedCloseOn",
        "since"
      ]
    },
    "BoardStage": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "deals": {
          "type": "number"
        },
        "amount": {
          "$ref": "#/components/schemas/Money"
        },
        "weighted": {
          "$ref": "#/components/schemas/Money"
        },
        "cards": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/BoardCard"
          }
        }
      },
      "required": [
        "id",
        "name",
        "deals",
        "amount",
        "weighted"
      ]
    },
    "Board": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "firstDay": {
          "type": "string",
          "nullable": true
        },
        "stages": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/BoardStage"
          }
        },
        "total": {
          "type": "object",
          "properties": {
            "deals": {
              "type": "number"
            },
            "amount": {
              "$ref": "#/components/schemas/Money"
            },
            "weighted": {
              "$ref": "#/components/schemas/Money"
            }
          },
          "required": [
            "deals",
            "amount",
            "weighted"
          ]
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "firstDay",
        "stages",
        "total"
      ]
    },
    "ShownStep": {
      "type": "object",
      "properties": {
        "deals": {
          "type": "number"
        },
        "amount": {
          "$ref": "#/components/schemas/Money"
        }
      },
      "required": [
        "deals",
        "amount"
      ]
    },
    "ShownChange": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "from": {
          "type": "object",
          "properties": {
            "stage": {
              "type": "string"
            },
            "ownerId": {
              "type": "string",
              "nullable": true
            },
            "expectedCloseOn": {
              "type": "string",
              "nullable": true
            },
            "status": {
              "type": "string",
              "enum": [
                "Open",
                "Won",
                "Lost"
              ]
            },
            "signedOn": {
              "type": "string",
              "nullable": true
            },
            "amount": {
              "$ref": "#/components/schemas/Money"
            },
            "closedAt": {
              "type": "string",
              "nullable": true
            }
          },
          "required": [
            "stage",
            "ownerId",
            "expectedCloseOn",
            "status",
            "signedOn",
            "amount",
            "closedAt"
          ],
          "nullable": true
        },
        "to": {
          "type": "object",
          "properties": {
            "stage": {
              "type": "string"
            },
            "ownerId": {
              "type": "string",
              "nullable": true
            },
            "expectedCloseOn": {
              "type": "string",
              "nullable": true
            },
            "status": {
              "type": "string",
              "enum": [
                "Open",
                "Won",
                "Lost"
              ]
            },
            "signedOn": {
              "type": "string",
              "nullable": true
            },
            "amount": {
              "$ref": "#/components/schemas/Money"
            },
            "closedAt": {
              "type": "string",
              "nullable": true
            }
          },
          "required": [
            "stage",
            "ownerId",
            "expectedCloseOn",
            "status",
            "signedOn",
            "amount",
            "closedAt"
          ]
        },
        "rows": {
          "type": "array",
          "items": {
            "type": "string",
            "enum": [
              "won",
              "lost",
              "end",
              "created",
              "reopened",
              "transferredIn",
              "pulledIn",
              "pushedOut",
              "transferredOut",
              "start",
              "increased",
              "decreased"
            ]
          }
        },
        "events": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/BehindEvent"
          }
        }
      },
      "required": [
        "id",
        "from",
        "to",
        "rows"
      ]
    },
    "ShownEntry": {
      "type": "object",
      "properties": {
        "dealId": {
          "type": "string"
        },
        "enteredAt": {
          "type": "string"
        },
        "ownerId": {
          "type": "string",
          "nullable": true
        },
        "amount": {
          "$ref": "#/components/schemas/Money"
        },
        "status": {
          "type": "string",
          "enum": [
            "Open",
            "Won",
            "Lost"
          ]
        },
        "advanced": {
          "type": "boolean"
        },
        "daysInStage": {
          "type": "number",
          "nullable": true
        },
        "daysInStageCumulative": {
          "type": "number",
          "nullable": true
        },
        "event": {
          "$ref": "#/components/schemas/BehindEvent"
        }
      },
      "required": [
        "dealId",
        "enteredAt",
        "ownerId",
        "amount",
        "status",
        "advanced",
        "daysInStage",
        "daysInStageCumulative",
        "event"
      ]
    },
    "Conversion": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "processId": {
          "type": "string"
        },
        "from": {
          "type": "string",
          "nullable": true
        },
        "to": {
          "type": "string",
          "nullable": true
        },
        "stages": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string"
              },
              "name": {
                "type": "string"
              },
              "won": {
                "type": "number"
              },
              "lost": {
                "type": "number"
              },
              "open": {
                "type": "number"
              },
              "entered": {
                "type": "number"
              },
              "advanced": {
                "type": "number"
              },
              "conversion": {
                "type": "number",
                "nullable": true
              },
              "medianDaysInStage": {
                "type": "number",
                "nullable": true
              },
              "medianDaysInStageCumulative": {
                "type": "number",
                "nullable": true
              }
            },
            "required": [
              "id",
              "name",
              "won",
              "lost",
              "open",
              "entered",
              "advanced",
              "conversion",
              "medianDaysInStage",
              "medianDaysInStageCumulative"
            ]
          }
        },
        "cohorts": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "period": {
                "type": "string"
              },
              "stages": {
                "type": "array",
                "items": {
                  "type": "object",
                  "properties": {
                    "id": {
                      "type": "string"
                    },
                    "name": {
                      "type": "string"
                    },
                    "won": {
                      "type": "number"
                    },
                    "lost": {
                      "type": "number"
                    },
                    "open": {
                      "type": "number"
                    },
                    "entered": {
                      "type": "number"
                    },
                    "advanced": {
                      "type": "number"
                    },
                    "conversion": {
                      "type": "number",
                      "nullable": true
                    },
                    "medianDaysInStage": {
                      "type": "number",
                      "nullable": true
                    },
                    "medianDaysInStageCumulative": {
                      "type": "number",
                      "nullable": true
                    }
                  },
                  "required": [
                    "id",
                    "name",
                    "won",
                    "lost",
                    "open",
                    "entered",
                    "advanced",
                    "conversion",
                    "medianDaysInStage",
                    "medianDaysInStageCumulative"
                  ]
                }
              }
            },
            "required": [
              "period",
              "stages"
            ]
          }
        },
        "items": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/ShownEntry"
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "processId",
        "from",
        "to",
        "stages"
      ]
    },
    "JobProgress": {
      "type": "object",
      "properties": {
        "done": {
          "type": "number"
        },
        "total": {
          "type": "number",
          "nullable": true
        },
        "note": {
          "type": "string"
        }
      },
      "required": [
        "done",
        "total"
      ]
    },
    "DemoStatus": {
      "type": "object",
      "properties": {
        "state": {
          "type": "string",
          "enum": [
            "failed",
            "completed",
            "offered",
            "refused",
            "making"
          ]
        },
        "progress": {
          "allOf": [
            {
              "$ref": "#/components/schemas/JobProgress"
            }
          ],
          "nullable": true
        },
        "error": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "state",
        "progress",
        "error"
      ]
    },
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
      ]
    },
    "Interval": {
      "type": "object",
      "properties": {
        "low": {
          "type": "number"
        },
        "high": {
          "type": "number"
        }
      },
      "required": [
        "low",
        "high"
      ]
    },
    "ForecastMethods": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "chosen": {
          "type": "object",
          "properties": {
            "method": {
              "type": "string"
            },
            "since": {
              "type": "string"
            },
            "evidence": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/BackTestEvidence"
                }
              ],
              "nullable": true
            }
          },
          "required": [
            "method",
            "since",
            "evidence"
          ],
          "nullable": true
        },
        "methods": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "enum": [
                  "commit",
                  "stage-weighted",
                  "best-case",
                  "historical-weighted",
                  "historical-conversion",
                  "historical-landing",
                  "submission"
                ]
              },
              "formula": {
                "type": "string"
              },
              "source": {
                "type": "string"
              },
              "forecast": {
                "allOf": [
                  {
                    "$ref": "#/components/schemas/Money"
                  }
                ],
                "nullable": true
              }
            },
            "required": [
              "id",
              "formula",
              "source",
              "forecast"
            ]
          }
        },
        "stages": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "processId": {
                "type": "string"
              },
              "stage": {
                "type": "string"
              },
              "segment": {
                "type": "string",
                "nullable": true
              },
              "fromAge": {
                "type": "number"
              },
              "won": {
                "type": "number"
              },
              "lost": {
                "type": "number"
              },
              "stillOpen": {
                "type": "number"
              },
              "probability": {
                "type": "number"
              },
              "interval": {
                "$ref": "#/components/schemas/Interval"
              },
              "configured": {
                "type": "number",
                "nullable": true
              }
            },
            "required": [
              "processId",
              "stage",
              "segment",
              "fromAge",
              "won",
              "lost",
              "stillOpen",
              "probability",
              "interval",
              "configured"
            ]
          }
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "chosen",
        "methods",
        "stages"
      ]
    },
    "Attainment": {
      "type": "object",
      "properties": {
        "measure": {
          "type": "string",
          "enum": [
            "amount",
            "deals",
            "activities"
          ]
        },
        "quota": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ]
        },
        "reached": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ]
        },
        "attainment": {
          "type": "number",
          "nullable": true
        },
        "pace": {
          "type": "object",
          "properties": {
            "planned": {
              "anyOf": [
                {
                  "type": "number"
                },
                {
                  "$ref": "#/components/schemas/Money"
                }
              ]
            },
            "ahead": {
              "anyOf": [
                {
                  "type": "number"
                },
                {
                  "$ref": "#/components/schemas/Money"
                }
              ]
            }
          },
          "required": [
            "planned",
            "ahead"
          ]
        }
      },
      "required": [
        "measure",
        "quota",
        "reached",
        "attainment",
        "pace"
      ]
    },
    "HolderAttainment": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "period": {
          "type": "string"
        },
        "attainments": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Attainment"
          }
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "period",
        "attainments"
      ]
    },
    "DealLanding": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "period": {
          "type": "string"
        },
        "won": {
          "type": "number"
        },
        "expectedFromOpen": {
          "type": "number"
        },
        "expectedNewBusiness": {
          "type": "number"
        },
        "projected": {
          "type": "number"
        },
        "low": {
          "type": "number"
        },
        "high": {
          "type": "number"
        },
        "quota": {
          "type": "number"
        },
        "attainment": {
          "type": "number",
          "nullable": true
        },
        "state": {
          "type": "string",
          "enum": [
            "atRisk",
            "met",
            "onTrack",
            "willMiss"
          ],
          "nullable": true
        },
        "gap": {
          "type": "number"
        },
        "dealsNeeded": {
          "type": "number",
          "nullable": true
        },
        "pace": {
          "type": "object",
          "properties": {
            "planned": {
              "type": "number"
            },
            "ahead": {
              "type": "number"
            }
          },
          "required": [
            "planned",
            "ahead"
          ]
        },
        "reasons": {
          "type": "array",
          "items": {
            "anyOf": [
              {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string",
                    "enum": [
                      "coverageLow"
                    ]
                  },
                  "coverage": {
                    "type": "number"
                  },
                  "needed": {
                    "type": "number"
                  },
                  "text": {
                    "type": "string"
                  }
                },
                "required": [
                  "code",
                  "coverage",
                  "needed",
                  "text"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string",
                    "enum": [
                      "winRateFell"
                    ]
                  },
                  "now": {
                    "type": "number"
                  },
                  "before": {
                    "type": "number"
                  },
                  "text": {
                    "type": "string"
                  }
                },
                "required": [
                  "code",
                  "now",
                  "before",
                  "text"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string",
                    "enum": [
                      "fewNewDeals"
                    ]
                  },
                  "deals": {
                    "type": "number"
                  },
                  "usual": {
                    "type": "number"
                  },
                  "text": {
                    "type": "string"
                  }
                },
                "required": [
                  "code",
                  "deals",
                  "usual",
                  "text"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string",
                    "enum": [
                      "activityDown"
                    ]
                  },
                  "activities": {
                    "type": "number"
                  },
                  "usual": {
                    "type": "number"
                  },
                  "text": {
                    "type": "string"
                  }
                },
                "required": [
                  "code",
                  "activities",
                  "usual",
                  "text"
                ]
              },
              {
                "type": "object",
                "properties": {
                  "deals": {
                    "type": "number"
                  },
                  "code": {
                    "type": "string",
                    "enum": [
                      "dealsPushedOut",
                      "dealsLost"
                    ]
                  },
                  "amount": {
                    "$ref": "#/components/schemas/Money"
                  },
                  "text": {
                    "type": "string"
                  }
                },
                "required": [
                  "deals",
                  "code",
                  "amount",
                  "text"
                ]
              }
            ]
          }
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "period",
        "won",
        "expectedFromOpen",
        "expectedNewBusiness",
        "projected",
        "low",
        "high",
        "state",
        "reasons"
      ]
    },
    "ForecastDeal": {
      "type": "object",
      "properties": {
        "dealId": {
          "type": "string"
        },
        "column": {
          "type": "string",
          "enum": [
            "pipeline",
            "bestCase",
            "commit",
            "closed"
          ]
        },
        "amount": {
          "$ref": "#/components/schemas/Money"
        },
        "probability": {
          "type": "number"
        },
        "closeOn": {
          "type": "string",
          "nullable": true
        },
        "ownerId": {
          "type": "string",
          "nullable": true
        },
        "customerId": {
          "type": "string"
        },
        "processId": {
          "type": "string"
        },
        "stage": {
          "type": "string"
        }
      },
      "required": [
        "dealId",
        "column",
        "amount",
        "probability",
        "closeOn",
        "ownerId",
        "customerId",
        "processId",
        "stage"
      ]
    },
    "ForecastDeals": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "period": {
          "type": "string",
          "nullable": true
        },
        "items": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/ForecastDeal"
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "period",
        "items",
        "next"
      ]
    },
    "ForecastHistory": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "period": {
          "type": "string"
        },
        "points": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "date": {
                "type": "string"
              },
              "asOf": {
                "type": "string"
              },
              "knownAt": {
                "type": "string"
              },
              "closed": {
                "$ref": "#/components/schemas/Money"
              },
              "commit": {
                "$ref": "#/components/schemas/Money"
              },
              "bestCase": {
                "$ref": "#/components/schemas/Money"
              },
              "pipeline": {
                "$ref": "#/components/schemas/Money"
              },
              "weighted": {
                "$ref": "#/components/schemas/Money"
              },
              "cumulative": {
                "$ref": "#/components/schemas/ByCategory"
              },
              "quota": {
                "$ref": "#/components/schemas/Money"
              },
              "attainment": {
                "type": "number",
                "nullable": true
              },
              "coverage": {
                "type": "number",
                "nullable": true
              },
              "adjusted": {
                "$ref": "#/components/schemas/ByCategory"
              },
              "submitted": {
                "type": "object",
                "properties": {
                  "commit": {
                    "$ref": "#/components/schemas/Money"
                  },
                  "bestCase": {
                    "$ref": "#/components/schemas/Money"
                  },
                  "pipeline": {
                    "$ref": "#/components/schemas/Money"
                  }
                }
              }
            },
            "required": [
              "date",
              "asOf",
              "knownAt",
              "closed",
              "commit",
              "bestCase",
              "pipeline",
              "weighted",
              "cumulative"
            ]
          }
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "period",
        "points"
      ]
    },
    "Leaderboard": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "rows": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "rank": {
                "type": "number"
              },
              "repId": {
                "type": "string"
              },
              "name": {
                "type": "string"
              },
              "value": {
                "anyOf": [
                  {
                    "type": "number"
                  },
                  {
                    "$ref": "#/components/schemas/Money"
                  }
                ]
              },
              "before": {
                "type": "object",
                "properties": {
                  "rank": {
                    "type": "number"
                  },
                  "value": {
                    "anyOf": [
                      {
                        "type": "number"
                      },
                      {
                        "$ref": "#/components/schemas/Money"
                      }
                    ]
                  }
                },
                "required": [
                  "rank",
                  "value"
                ],
                "nullable": true
              },
              "movement": {
                "type": "number",
                "nullable": true
              },
              "badges": {
                "type": "array",
                "items": {
                  "type": "string",
                  "enum": [
                    "goalReached",
                    "record"
                  ]
                }
              }
            },
            "required": [
              "rank",
              "repId",
              "name",
              "value"
            ]
          }
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "rows"
      ]
    },
    "PlannedQuotas": {
      "type": "object",
      "properties": {
        "period": {
          "type": "string"
        },
        "season": {
          "$ref": "#/components/schemas/Money"
        },
        "amount": {
          "$ref": "#/components/schemas/Money"
        },
        "members": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "repId": {
                "type": "string"
              },
              "amount": {
                "$ref": "#/components/schemas/Money"
              }
            },
            "required": [
              "repId",
              "amount"
            ]
          }
        }
      },
      "required": [
        "period",
        "season",
        "amount",
        "members"
      ]
    },
    "PlannedTargets": {
      "type": "object",
      "properties": {
        "period": {
          "type": "string"
        },
        "season": {
          "type": "number"
        },
        "target": {
          "type": "number"
        },
        "members": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "repId": {
                "type": "string"
              },
              "target": {
                "type": "number"
              }
            },
            "required": [
              "repId",
              "target"
            ]
          }
        }
      },
      "required": [
        "period",
        "season",
        "target",
        "members"
      ]
    },
    "DateRange": {
      "type": "object",
      "properties": {
        "from": {
          "type": "string"
        },
        "to": {
          "type": "string"
        }
      },
      "required": [
        "from",
        "to"
      ]
    },
    "RepPerformance": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "repId": {
          "type": "string"
        },
        "period": {
          "type": "string",
          "nullable": true
        },
        "wonDeals": {
          "type": "number"
        },
        "wonAmount": {
          "$ref": "#/components/schemas/Money"
        },
        "lostDeals": {
          "type": "number"
        },
        "winRate": {
          "type": "number",
          "nullable": true
        },
        "averageCycleDays": {
          "type": "number",
          "nullable": true
        },
        "openDeals": {
          "type": "number"
        },
        "openAmount": {
          "$ref": "#/components/schemas/Money"
        },
        "weighted": {
          "$ref": "#/components/schemas/Money"
        },
        "quota": {
          "$ref": "#/components/schemas/Money"
        },
        "attainment": {
          "type": "number",
          "nullable": true
        },
        "attainments": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Attainment"
          }
        },
        "activities": {
          "type": "object",
          "properties": {
            "calls": {
              "type": "number"
            },
            "emails": {
              "type": "number"
            },
            "meetings": {
              "type": "number"
            },
            "notes": {
              "type": "number"
            },
            "tasks": {
              "type": "number"
            }
          },
          "required": [
            "calls",
            "emails",
            "meetings",
            "notes",
            "tasks"
          ]
        },
        "callSeconds": {
          "type": "number"
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "repId",
        "period",
        "wonDeals",
        "wonAmount",
        "lostDeals",
        "winRate",
        "averageCycleDays",
        "openDeals",
        "openAmount",
        "weighted",
        "activities",
        "callSeconds"
      ]
    },
    "Author": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "name": {
          "type": "string"
        }
      },
      "required": [
        "id",
        "name"
      ]
    },
    "TimelineItem": {
      "type": "object",
      "properties": {
        "at": {
          "type": "string"
        },
        "recordedAt": {
          "type": "string"
        },
        "by": {
          "$ref": "#/components/schemas/Author"
        },
        "onBehalfOf": {
          "$ref": "#/components/schemas/Author"
        },
        "type": {
          "type": "string",
          "enum": [
            "DealOpened",
            "DealAdvanced",
            "DealMovedBack",
            "DealAmountChanged",
            "DealLinesChanged",
            "DealRescheduled",
            "DealCategorized",
            "DealReassigned",
            "DealSplit",
            "DealWon",
            "DealLost",
            "DealReopened",
            "DealCorrected",
            "CallLogged",
            "EmailLogged",
            "MeetingLogged",
            "NoteTaken",
            "TaskAdded",
            "TaskCompleted",
            "TaskReassigned",
            "CustomerAdded",
            "CustomerAssigned",
            "CustomerReleased",
            "CustomerClaimed",
            "CustomerProfileChanged",
            "CustomerContactAdded",
            "CustomerContactChanged",
            "CustomerContactRemoved",
            "CustomerMerged",
            "CustomerErased",
            "CustomerErasureCompleted",
            "LeadCaptured",
            "LeadQualified",
            "LeadDisqualified",
            "LeadConverted",
            "LeadConversionCompleted"
          ]
        },
        "text": {
          "type": "string"
        },
        "stream": {
          "type": "string"
        },
        "revision": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "dealId": {
          "type": "string"
        },
        "activityId": {
          "type": "string"
        }
      },
      "required": [
        "at",
        "recordedAt",
        "by",
        "type",
        "text",
        "stream",
        "revision",
        "position"
      ]
    },
    "AddTask": {
      "type": "object",
      "properties": {
        "activityId": {
          "type": "string"
        },
        "repId": {
          "type": "string"
        },
        "customerId": {
          "type": "string",
          "nullable": true
        },
        "dealId": {
          "type": "string",
          "nullable": true
        },
        "subject": {
          "type": "string",
          "nullable": true
        },
        "text": {
          "type": "string",
          "nullable": true
        },
        "dueOn": {
          "type": "string",
          "nullable": true
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
      ]
    },
    "ClaimCustomer": {
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
      ]
    },
    "CompleteCustomerErasure": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        }
      },
      "required": [
        "customerId"
      ]
    },
    "MergeCustomer": {
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
      ]
    },
    "EraseCustomer": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "reason": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "customerId",
        "reason"
      ]
    },
    "LogCall": {
      "type": "object",
      "properties": {
        "activityId": {
          "type": "string"
        },
        "repId": {
          "type": "string"
        },
        "customerId": {
          "type": "string",
          "nullable": true
        },
        "dealId": {
          "type": "string",
          "nullable": true
        },
        "subject": {
          "type": "string",
          "nullable": true
        },
        "text": {
          "type": "string",
          "nullable": true
        },
        "direction": {
          "type": "string",
          "enum": [
            "inbound",
            "outbound"
          ],
          "nullable": true
        },
        "durationSeconds": {
          "type": "number",
          "nullable": true
        },
        "outcome": {
          "type": "string",
          "nullable": true
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
      ]
    },
    "LogEmail": {
      "type": "object",
      "properties": {
        "activityId": {
          "type": "string"
        },
        "repId": {
          "type": "string"
        },
        "customerId": {
          "type": "string",
          "nullable": true
        },
        "dealId": {
          "type": "string",
          "nullable": true
        },
        "subject": {
          "type": "string",
          "nullable": true
        },
        "text": {
          "type": "string",
          "nullable": true
        },
        "direction": {
          "type": "string",
          "enum": [
            "inbound",
            "outbound"
          ],
          "nullable": true
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
      ]
    },
    "LogMeeting": {
      "type": "object",
      "properties": {
        "activityId": {
          "type": "string"
        },
        "repId": {
          "type": "string"
        },
        "customerId": {
          "type": "string",
          "nullable": true
        },
        "dealId": {
          "type": "string",
          "nullable": true
        },
        "subject": {
          "type": "string",
          "nullable": true
        },
        "text": {
          "type": "string",
          "nullable": true
        },
        "startsAt": {
          "type": "string"
        },
        "endsAt": {
          "type": "string",
          "nullable": true
        },
        "outcome": {
          "type": "string",
          "nullable": true
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
      ]
    },
    "TakeNote": {
      "type": "object",
      "properties": {
        "activityId": {
          "type": "string"
        },
        "repId": {
          "type": "string"
        },
        "customerId": {
          "type": "string",
          "nullable": true
        },
        "dealId": {
          "type": "string",
          "nullable": true
        },
        "subject": {
          "type": "string",
          "nullable": true
        },
        "text": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "activityId",
        "repId",
        "customerId",
        "dealId",
        "subject",
        "text"
      ]
    },
    "CaptureLead": {
      "type": "object",
      "properties": {
        "name": {
          "type": "string"
        },
        "company": {
          "type": "string",
          "nullable": true
        },
        "email": {
          "type": "string",
          "nullable": true
        },
        "phone": {
          "type": "string",
          "nullable": true
        },
        "source": {
          "type": "string",
          "nullable": true
        },
        "leadId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "ownerId": {
          "type": "string",
          "nullable": true
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
      ]
    },
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
          "$ref": "#/components/schemas/Money"
        },
        "expectedCloseOn": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "dealId",
        "processId",
        "name",
        "amount",
        "expectedCloseOn"
      ]
    },
    "Sealed": {
      "type": "object",
      "properties": {
        "log": {
          "type": "string"
        },
        "seals": {
          "type": "number"
        },
        "events": {
          "type": "number"
        },
        "position": {
          "type": "string"
        },
        "since": {
          "type": "string"
        },
        "longestWindow": {
          "type": "number"
        },
        "keyIds": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      },
      "required": [
        "log",
        "seals",
        "events",
        "position",
        "since",
        "longestWindow",
        "keyIds"
      ]
    },
    "Flaw": {
      "type": "object",
      "properties": {
        "what": {
          "type": "string",
          "enum": [
            "changed",
            "deleted",
            "inserted",
            "reordered",
            "tail-removed",
            "unreadable",
            "seal-forged",
            "seal-missing",
            "seal-unreadable",
            "key-unknown",
            "not-sealed",
            "checkpoint-forged",
            "resealed"
          ]
        },
        "position": {
          "type": "string",
          "nullable": true
        },
        "stream": {
          "type": "string"
        },
        "revision": {
          "type": "string"
        },
        "type": {
          "type": "string"
        },
        "seal": {
          "type": "number"
        },
        "detail": {
          "type": "string"
        }
      },
      "required": [
        "what",
        "position",
        "detail"
      ]
    },
    "Verification": {
      "type": "object",
      "properties": {
        "valid": {
          "type": "boolean"
        },
        "events": {
          "type": "number"
        },
        "head": {
          "type": "string",
          "nullable": true
        },
        "sealed": {
          "allOf": [
            {
              "$ref": "#/components/schemas/Sealed"
            }
          ],
          "nullable": true
        },
        "brokenAt": {
          "$ref": "#/components/schemas/Flaw"
        }
      },
      "required": [
        "valid",
        "events",
        "head",
        "sealed"
      ]
    },
    "Checkpoint": {
      "type": "object",
      "properties": {
        "version": {
          "type": "number",
          "enum": [
            1
          ]
        },
        "log": {
          "type": "string"
        },
        "seal": {
          "type": "number"
        },
        "position": {
          "type": "string"
        },
        "events": {
          "type": "number"
        },
        "hash": {
          "type": "string"
        },
        "keyId": {
          "type": "string"
        },
        "at": {
          "type": "string"
        },
        "signature": {
          "type": "string"
        }
      },
      "required": [
        "version",
        "log",
        "seal",
        "position",
        "events",
        "hash",
        "keyId",
        "at",
        "signature"
      ]
    },
    "Json": {
      "anyOf": [
        {
          "type": "string"
        },
        {
          "type": "number"
        },
        {
          "type": "boolean"
        },
        {
          "type": "array",
          "items": {}
        },
        {
          "type": "object",
          "additionalProperties": {}
        }
      ],
      "nullable": true
    },
    "ExportStatus": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "state": {
          "type": "string",
          "enum": [
            "failed",
            "completed",
            "exporting"
          ]
        },
        "progress": {
          "type": "object",
          "nullable": true
        },
        "error": {
          "type": "string",
          "nullable": true
        },
        "events": {
          "type": "number",
          "nullable": true
        },
        "omitted": {
          "type": "number",
          "nullable": true
        },
        "files": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {
                "type": "string"
              },
              "rows": {
                "type": "number"
              }
            },
            "required": [
              "name",
              "rows"
            ]
          }
        }
      },
      "required": [
        "id",
        "state",
        "progress",
        "error",
        "events",
        "omitted",
        "files"
      ]
    },
    "ImportCounts": {
      "type": "object",
      "properties": {
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
        }
      },
      "required": [
        "rows",
        "accepted",
        "unchanged",
        "rejected",
        "repaired"
      ]
    },
    "RowProblem": {
      "type": "object",
      "properties": {
        "file": {
          "type": "string"
        },
        "line": {
          "type": "number"
        },
        "column": {
          "type": "string",
          "nullable": true
        },
        "code": {
          "type": "string"
        },
        "values": {
          "type": "object",
          "additionalProperties": {
            "type": "string"
          }
        },
        "reason": {
          "type": "string"
        }
      },
      "required": [
        "file",
        "line",
        "column",
        "code",
        "values",
        "reason"
      ]
    },
    "Remark": {
      "type": "object",
      "properties": {
        "file": {
          "type": "string"
        },
        "column": {
          "type": "string",
          "nullable": true
        },
        "code": {
          "type": "string"
        },
        "values": {
          "type": "object",
          "additionalProperties": {
            "type": "string"
          }
        },
        "text": {
          "type": "string"
        },
        "rows": {
          "type": "number"
        },
        "lines": {
          "type": "array",
          "items": {
            "type": "number"
          }
        }
      },
      "required": [
        "file",
        "column",
        "code",
        "values",
        "text",
        "rows",
        "lines"
      ]
    },
    "AlikeRow": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "line": {
          "type": "number",
          "nullable": true
        },
        "matches": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/DuplicateMatch"
          }
        },
        "weak": {
          "type": "boolean"
        }
      },
      "required": [
        "id",
        "name",
        "line",
        "matches",
        "weak"
      ]
    },
    "DuplicateRow": {
      "type": "object",
      "properties": {
        "file": {
          "type": "string"
        },
        "line": {
          "type": "number"
        },
        "id": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "alike": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/AlikeRow"
          }
        }
      },
      "required": [
        "file",
        "line",
        "id",
        "name",
        "alike"
      ]
    },
    "DuplicatePreview": {
      "type": "object",
      "properties": {
        "rows": {
          "type": "number"
        },
        "weakRows": {
          "type": "number"
        },
        "first": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/DuplicateRow"
          }
        }
      },
      "required": [
        "rows",
        "weakRows",
        "first"
      ]
    },
    "Delivery": {
      "type": "object",
      "properties": {
        "channel": {
          "type": "string",
          "enum": [
            "email",
            "webhook"
          ]
        },
        "state": {
          "type": "string",
          "enum": [
            "failed",
            "outstanding",
            "delivered",
            "givenUp"
          ]
        },
        "error": {
          "type": "string",
          "nullable": true
        },
        "failedAt": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "channel",
        "state",
        "error",
        "failedAt"
      ]
    },
    "NotificationSubject": {
      "type": "object",
      "properties": {
        "kind": {
          "type": "string"
        },
        "id": {
          "type": "string"
        },
        "period": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "kind",
        "id",
        "period"
      ],
      "nullable": true
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
      ]
    },
    "ReceiptLine": {
      "type": "object",
      "properties": {
        "kind": {
          "type": "string",
          "enum": [
            "deals",
            "customers",
            "tasks"
          ]
        },
        "id": {
          "type": "string"
        },
        "to": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "kind",
        "id",
        "to"
      ]
    },
    "Counts": {
      "type": "object",
      "properties": {
        "deals": {
          "type": "number"
        },
        "customers": {
          "type": "number"
        },
        "tasks": {
          "type": "number"
        }
      },
      "required": [
        "deals",
        "customers",
        "tasks"
      ]
    },
    "DeparturePreview": {
      "type": "object",
      "properties": {
        "position": {
          "type": "string"
        },
        "repId": {
          "type": "string"
        },
        "total": {
          "$ref": "#/components/schemas/Counts"
        },
        "successors": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "ownerId": {
                "type": "string"
              },
              "deals": {
                "type": "number"
              },
              "customers": {
                "type": "number"
              },
              "tasks": {
                "type": "number"
              }
            },
            "required": [
              "ownerId",
              "deals",
              "customers",
              "tasks"
            ]
          }
        },
        "lines": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/ReceiptLine"
          }
        }
      },
      "required": [
        "position",
        "repId",
        "total",
        "successors",
        "lines"
      ]
    },
    "IssuedToken": {
      "type": "object",
      "properties": {
        "tokenId": {
          "type": "string"
        },
        "token": {
          "type": "string"
        }
      },
      "required": [
        "tokenId"
      ]
    },
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
          "$ref": "#/components/schemas/Money"
        }
      },
      "required": [
        "id",
        "name",
        "price"
      ]
    },
    "Column": {
      "type": "object",
      "properties": {
        "name": {
          "type": "string"
        },
        "type": {
          "type": "string",
          "enum": [
            "number",
            "text",
            "integer",
            "json"
          ]
        }
      },
      "required": [
        "name",
        "type"
      ]
    },
    "Series": {
      "type": "object",
      "properties": {
        "every": {
          "type": "string",
          "enum": [
            "month",
            "day",
            "week"
          ]
        },
        "on": {
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
        "from": {
          "type": "string"
        },
        "to": {
          "type": "string"
        }
      },
      "required": [
        "every",
        "on",
        "from",
        "to"
      ]
    },
    "ScenarioStage": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "probability": {
          "type": "number"
        },
        "forecastCategory": {
          "type": "string",
          "enum": [
            "pipeline",
            "bestCase",
            "commit"
          ]
        },
        "from": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      },
      "required": [
        "id",
        "name",
        "probability",
        "forecastCategory",
        "from"
      ]
    },
    "Scenario": {
      "type": "object",
      "properties": {
        "processId": {
          "type": "string",
          "nullable": true
        },
        "stages": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/ScenarioStage"
          },
          "nullable": true
        },
        "probabilities": {
          "type": "object",
          "additionalProperties": {
            "type": "number"
          },
          "nullable": true
        },
        "owners": {
          "type": "object",
          "additionalProperties": {
            "type": "string"
          },
          "nullable": true
        }
      },
      "required": [
        "processId",
        "stages",
        "probabilities",
        "owners"
      ]
    },
    "SeriesRequest": {
      "type": "object",
      "properties": {
        "kind": {
          "type": "string",
          "enum": [
            "series"
          ]
        },
        "question": {
          "type": "string"
        },
        "series": {
          "$ref": "#/components/schemas/Series"
        },
        "knownAt": {
          "type": "string",
          "enum": [
            "now",
            "then"
          ]
        },
        "parameters": {
          "type": "object",
          "additionalProperties": {}
        },
        "scenario": {
          "allOf": [
            {
              "$ref": "#/components/schemas/Scenario"
            }
          ],
          "nullable": true
        }
      },
      "required": [
        "kind",
        "question",
        "series",
        "knownAt",
        "parameters",
        "scenario"
      ]
    },
    "ProjectionRequest": {
      "type": "object",
      "properties": {
        "kind": {
          "type": "string",
          "enum": [
            "projection"
          ]
        },
        "projection": {
          "type": "string"
        },
        "from": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "position": {
                  "type": "string"
                }
              },
              "required": [
                "position"
              ]
            },
            {
              "type": "object",
              "properties": {
                "recordedAt": {
                  "type": "string"
                }
              },
              "required": [
                "recordedAt"
              ]
            }
          ],
          "nullable": true
        },
        "to": {
          "anyOf": [
            {
              "type": "object",
              "properties": {
                "position": {
                  "type": "string"
                }
              },
              "required": [
                "position"
              ]
            },
            {
              "type": "object",
              "properties": {
                "recordedAt": {
                  "type": "string"
                }
              },
              "required": [
                "recordedAt"
              ]
            }
          ],
          "nullable": true
        }
      },
      "required": [
        "kind",
        "projection",
        "from",
        "to"
      ]
    },
    "ReplayRequest": {
      "anyOf": [
        {
          "$ref": "#/components/schemas/SeriesRequest"
        },
        {
          "$ref": "#/components/schemas/ProjectionRequest"
        }
      ]
    },
    "MethodScore": {
      "type": "object",
      "properties": {
        "method": {
          "type": "string",
          "enum": [
            "commit",
            "stage-weighted",
            "best-case",
            "historical-weighted",
            "historical-conversion",
            "historical-landing",
            "submission"
          ]
        },
        "horizon": {
          "type": "number",
          "nullable": true
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
        "method",
        "horizon",
        "forecasts",
        "accuracy",
        "bias",
        "error"
      ]
    },
    "Row": {
      "type": "object",
      "additionalProperties": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "number"
          }
        ],
        "nullable": true
      }
    },
    "WhatIf": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "columns": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Column"
          }
        },
        "rows": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Row"
          }
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "columns",
        "rows"
      ]
    },
    "Values": {
      "type": "object",
      "properties": {
        "quota": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "wonDeals": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "wonAmount": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "wonQuantity": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "averageWonAmount": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "lostDeals": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "lostAmount": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "winRate": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "winRateByAmount": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "averageCycleDays": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "medianCycleDays": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "averageLossDays": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "medianLossDays": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "createdDeals": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "createdAmount": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "openDeals": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "openAmount": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "averageAgeDays": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "velocity": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "coverage": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "dueDeals": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "dueAmount": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "remainingQuota": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "attainment": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "slippedDeals": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "slippedAmount": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "slippedTimes": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "medianDaysSlipped": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "pushedDeals": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "pushedAmount": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "postponedDeals": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "postponedAmount": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "postponedTimes": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "medianDaysPostponed": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "overdueDeals": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        },
        "overdueAmount": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "#/components/schemas/Money"
            }
          ],
          "nullable": true
        }
      }
    },
    "Report": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "report": {
          "type": "string",
          "enum": [
            "velocity",
            "coverage",
            "win-rate",
            "cycle",
            "losses",
            "products-sold",
            "sources",
            "new-business",
            "pipeline-created",
            "ageing",
            "slippage"
          ]
        },
        "period": {
          "type": "string",
          "nullable": true
        },
        "group": {
          "type": "string",
          "enum": [
            "month",
            "quarter",
            "year",
            "lostReason",
            "competitor",
            "model",
            "region",
            "industry",
            "source",
            "team",
            "none",
            "product",
            "owner",
            "customer",
            "process",
            "business",
            "age"
          ]
        },
        "second": {
          "type": "string",
          "enum": [
            "month",
            "quarter",
            "year",
            "lostReason",
            "competitor",
            "model",
            "region",
            "industry",
            "source",
            "team",
            "product",
            "owner",
            "customer",
            "process",
            "business",
            "age"
          ],
          "nullable": true
        },
        "measures": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {
                "type": "string",
                "enum": [
                  "quota",
                  "wonDeals",
                  "wonAmount",
                  "wonQuantity",
                  "averageWonAmount",
                  "lostDeals",
                  "lostAmount",
                  "winRate",
                  "winRateByAmount",
                  "averageCycleDays",
                  "medianCycleDays",
                  "averageLossDays",
                  "medianLossDays",
                  "createdDeals",
                  "createdAmount",
                  "openDeals",
                  "openAmount",
                  "averageAgeDays",
                  "velocity",
                  "coverage",
                  "dueDeals",
                  "dueAmount",
                  "remainingQuota",
                  "attainment",
                  "slippedDeals",
                  "slippedAmount",
                  "slippedTimes",
                  "medianDaysSlipped",
                  "pushedDeals",
                  "pushedAmount",
                  "postponedDeals",
                  "postponedAmount",
                  "postponedTimes",
                  "medianDaysPostponed",
                  "overdueDeals",
                  "overdueAmount"
                ]
              },
              "kind": {
                "type": "string",
                "enum": [
                  "days",
                  "count",
                  "money",
                  "moneyPerDay",
                  "share",
                  "ratio"
                ]
              },
              "formula": {
                "type": "string"
              }
            },
            "required": [
              "name",
              "kind",
              "formula"
            ]
          }
        },
        "total": {
          "type": "object",
          "properties": {
            "values": {
              "$ref": "#/components/schemas/Values"
            },
            "previous": {
              "$ref": "#/components/schemas/Values"
            },
            "lastYear": {
              "$ref": "#/components/schemas/Values"
            },
            "deals": {
              "type": "string"
            },
            "group": {
              "type": "string",
              "nullable": true
            },
            "name": {
              "type": "string",
              "nullable": true
            },
            "within": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "values": {
                    "$ref": "#/components/schemas/Values"
                  },
                  "previous": {
                    "$ref": "#/components/schemas/Values"
                  },
                  "lastYear": {
                    "$ref": "#/components/schemas/Values"
                  },
                  "deals": {
                    "type": "string"
                  },
                  "second": {
                    "type": "string",
                    "nullable": true
                  },
                  "name": {
                    "type": "string",
                    "nullable": true
                  }
                },
                "required": [
                  "values",
                  "deals",
                  "second",
                  "name"
                ]
              }
            }
          },
          "required": [
            "values",
            "deals",
            "group",
            "name"
          ]
        },
        "rows": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "values": {
                "$ref": "#/components/schemas/Values"
              },
              "previous": {
                "$ref": "#/components/schemas/Values"
              },
              "lastYear": {
                "$ref": "#/components/schemas/Values"
              },
              "deals": {
                "type": "string"
              },
              "group": {
                "type": "string",
                "nullable": true
              },
              "name": {
                "type": "string",
                "nullable": true
              },
              "within": {
                "type": "array",
                "items": {
                  "type": "object",
                  "properties": {
                    "values": {
                      "$ref": "#/components/schemas/Values"
                    },
                    "previous": {
                      "$ref": "#/components/schemas/Values"
                    },
                    "lastYear": {
                      "$ref": "#/components/schemas/Values"
                    },
                    "deals": {
                      "type": "string"
                    },
                    "second": {
                      "type": "string",
                      "nullable": true
                    },
                    "name": {
                      "type": "string",
                      "nullable": true
                    }
                  },
                  "required": [
                    "values",
                    "deals",
                    "second",
                    "name"
                  ]
                }
              }
            },
            "required": [
              "values",
              "deals",
              "group",
              "name"
            ]
          }
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "report",
        "period",
        "group",
        "second",
        "measures",
        "total",
        "rows"
      ]
    },
    "ReportDeal": {
      "type": "object",
      "properties": {
        "dealId": {
          "type": "string"
        },
        "counts": {
          "type": "string",
          "enum": [
            "won",
            "lost",
            "created",
            "open",
            "due",
            "slipped",
            "pushed",
            "postponed",
            "overdue"
          ]
        },
        "amount": {
          "$ref": "#/components/schemas/Money"
        },
        "on": {
          "type": "string",
          "nullable": true
        },
        "ownerId": {
          "type": "string",
          "nullable": true
        },
        "customerId": {
          "type": "string"
        }
      },
      "required": [
        "dealId",
        "counts",
        "amount",
        "on",
        "ownerId",
        "customerId"
      ]
    },
    "ReportDeals": {
      "type": "object",
      "properties": {
        "asOf": {
          "type": "string"
        },
        "knownAt": {
          "type": "string"
        },
        "position": {
          "type": "string"
        },
        "items": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/ReportDeal"
          }
        },
        "next": {
          "type": "string",
          "nullable": true
        }
      },
      "required": [
        "asOf",
        "knownAt",
        "position",
        "items",
        "next"
      ]
    },
    "ReportSchedule": {
      "type": "object",
      "properties": {
        "every": {
          "type": "string",
          "enum": [
            "month",
            "day",
            "week"
          ]
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
      ]
    },
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
          "type": "number"
        },
        "forecastCategory": {
          "type": "string",
          "enum": [
            "pipeline",
            "bestCase",
            "commit"
          ]
        },
        "rotAfterDays": {
          "type": "number",
          "nullable": true
        },
        "requires": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "guidance": {
          "type": "string",
          "nullable": true
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
      ]
    }
  }
};
