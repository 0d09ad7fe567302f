using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Acme;

/// <summary>A railway that describes itself with a UTCP manual, and answers the tools of that manual.</summary>
internal static class RailwayProvider
{
    /// <summary>The key that bookings need.</summary>
    public const string ApiKey = "secret-of-the-sample";

    /// <summary>Adds the railway's addresses to a server.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/utcp", context => JsonAsync(context, Manual("http://" + context.Request.Host)));
        app.MapGet("/trains", Trains);
        app.MapPost("/trains/{train}/bookings", Book);
        app.MapGet("/trains/{train}/positions", PositionsAsync);
    }

    private static Task Trains(HttpContext context) => JsonAsync(context, """[{"train":"AP 123","departure":"08:09","arrival":"10:59"},{"train":"IC 525","departure":"09:30","arrival":"12:44"}]""");

    private static Task Book(HttpContext context)
    {
        var seats = int.Parse(context.Request.Query["seats"]!, CultureInfo.InvariantCulture);
        var price = seats * (context.Request.Query["class"] == "first" ? 49 : 33);
        if (context.Request.Headers["X-Api-Key"] == ApiKey)
        {
            context.Response.StatusCode = StatusCodes.Status201Created;
            return JsonAsync(context, $$"""{"reference":"R-{{seats}}{{price}}","price":{{price}}}""");
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    /// <summary>One line of JSON for each position, without an end.</summary>
    private static async Task PositionsAsync(HttpContext context)
    {
        context.Response.ContentType = "application/x-ndjson";
        string[] places = ["Lisbon", "Santarem", "Coimbra", "Aveiro", "Porto"];
        for (var i = 0; !context.RequestAborted.IsCancellationRequested; i = (i + 1) % places.Length)
        {
            await context.Response.WriteAsync($$"""{"near":"{{places[i]}}","delay":{{i * 2}}}""" + "\n");
            await context.Response.Body.FlushAsync();
            await Task.Delay(20);
        }
    }

    private static Task JsonAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    private static string Manual(string url) => $$"""
        {
          "utcp_version": "1.1.0",
          "manual_version": "1.0.0",
          "tools": [
            {
              "name": "find_trains",
              "description": "Trains between two stations on a day, the first one first.",
              "tags": ["timetable"],
              "inputs": {
                "type": "object",
                "properties": {
                  "from": { "type": "string", "minLength": 1 },
                  "to": { "type": "string", "minLength": 1 },
                  "date": { "type": "string", "format": "date" }
                },
                "required": ["from", "to", "date"]
              },
              "tool_call_template": { "call_template_type": "http", "url": "{{url}}/trains" }
            },
            {
              "name": "book_seats",
              "description": "Books seats on a train.",
              "tags": ["booking"],
              "inputs": {
                "type": "object",
                "properties": {
                  "train": { "type": "string" },
                  "seats": { "type": "integer", "minimum": 1, "maximum": 6 },
                  "class": { "type": "string", "enum": ["first", "second"] }
                },
                "required": ["train", "seats"]
              },
              "tool_call_template": {
                "call_template_type": "http",
                "http_method": "POST",
                "url": "{{url}}/trains/{train}/bookings",
                "auth": { "auth_type": "api_key", "api_key": "${API_KEY}", "var_name": "X-Api-Key", "location": "header" }
              }
            },
            {
              "name": "watch_train",
              "description": "Where a train is, live, and how many minutes it is late.",
              "tags": ["live"],
              "inputs": { "type": "object", "properties": { "train": { "type": "string" } }, "required": ["train"] },
              "tool_call_template": { "call_template_type": "streamable_http", "url": "{{url}}/trains/{train}/positions" }
            }
          ]
        }
        """;
}
