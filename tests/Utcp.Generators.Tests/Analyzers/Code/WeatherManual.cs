namespace Utcp.Generators.Tests.Analyzers.Code;

/// <summary>The manual whose client the tests of analyzers use.</summary>
internal static class WeatherManual
{
    public const string Text = """
        {
          "utcp_version": "1.1.0",
          "tools": [
            {
              "name": "get_forecast",
              "inputs": {
                "type": "object",
                "properties": {
                  "city": { "type": "string", "minLength": 2, "maxLength": 10, "pattern": "^[A-Z][a-z]+$" },
                  "days": { "type": "integer", "format": "int32", "minimum": 1, "maximum": 14 },
                  "height": { "type": "number", "exclusiveMinimum": 0, "maximum": 0.3, "multipleOf": 0.1 },
                  "offset": { "type": "integer", "exclusiveMinimum": -5, "exclusiveMaximum": 5 },
                  "units": { "type": "string", "enum": ["metric", "imperial", "kelvin-only"], "title": "Units" },
                  "tags": { "type": "array", "items": { "type": "string" }, "minItems": 1, "maxItems": 2 },
                  "mail": { "type": "string", "format": "email" },
                  "server": { "type": "string", "format": "ipv4" }
                },
                "required": ["city"]
              },
              "outputs": { "title": "Forecast", "type": "object", "properties": { "days": { "type": "integer", "maximum": 3 } } },
              "tool_call_template": { "call_template_type": "http", "url": "https://api.example.com/forecast" }
            },
            {
              "name": "report",
              "inputs": {
                "type": "object",
                "properties": {
                  "body": {
                    "title": "Observation",
                    "type": "object",
                    "properties": {
                      "wind": { "type": "integer", "minimum": 0, "maximum": 9223372036854775806 },
                      "note": { "type": ["string", "null"], "maxLength": 5 },
                      "price": { "type": "number", "format": "decimal", "maximum": 10.5 },
                      "units": { "type": "string", "enum": ["metric", "imperial", "kelvin-only"], "title": "Units" }
                    },
                    "required": ["wind"]
                  }
                },
                "required": ["body"]
              },
              "tool_call_template": { "call_template_type": "http", "http_method": "POST", "url": "https://api.example.com/observations" }
            },
            {
              "name": "watch",
              "outputs": { "type": "string" },
              "tool_call_template": { "call_template_type": "sse", "url": "https://api.example.com/alerts" }
            }
          ]
        }
        """;
}
