using System.Globalization;

namespace Utcp.Generators.Tests.Hostile;

/// <summary>Writes manuals that are valid JSON and little else: every keyword, every nasty name, wrong kinds anywhere.</summary>
internal sealed class RandomManual(Random random)
{
    private const int MaxDepth = 4;

    private static readonly string[] Formats =
    [
        "int32", "int64", "uint64", "float", "double", "decimal", "date-time", "date", "time", "duration", "uuid", "uri", "byte", "binary", "base64", "password", "email", "made-up", "",
    ];

    private static readonly string[] Definitions = ["Pet", "Cat", "Dog", "Node", "Unknown", "Value", "Tree", "a/b", "a~b", "T", "Weather", "class"];
    private static readonly string[] Urls =
    [
        "https://api.example.com/x", "https://api.example.com/{id}/{class}", "https://api.example.com/a?b={id}&c=${KEY}", "${BASE}/x", "https://{host}/x", "http://localhost:8080/{missing}", "http://evil.example/x", "ftp://x/y", "not a url", "",
        "https://u:p@x.example/", "https://api.example.com/{id}{id}#f", "https://api.example.com/{", "https://api.example.com/\u202E\"/{id}", "wss://api.example.com/socket", "ws://127.0.0.1/x",
    ];

    private static readonly string[] Protocols =
    [
        "http", "http", "http", "http", "http", "http", "sse", "streamable_http", "websocket", "cli", "text", "file", "mcp", "graphql", "tcp", "udp", "webrtc", "grpc", "HTTP", "made up", "",
    ];

    /// <summary>The text of the next manual.</summary>
    public string Next()
    {
        var members = new List<(string, string)> { ("utcp_version", Chance(20) ? Anything() : "\"1.1.0\"") };
        Sometimes(members, 30, "manual_version", NastyString);
        Sometimes(members, 20, "info", () => Object(("title", NastyString()), ("description", NastyString())));
        Sometimes(members, 10, Nasty(), Anything);
        members.Add(("tools", Chance(40) ? Anything() : Array(random.Next(1, 5), Tool)));
        return Object([.. members]);
    }

    private string Tool()
    {
        if (Chance(60))
        {
            return Anything();
        }

        var members = new List<(string, string)>
        {
            ("name", Chance(60) ? Anything() : NastyString()),
            ("inputs", Chance(30) ? Anything() : Root(Inputs)),
            ("outputs", Chance(30) ? Anything() : Root(() => Schema(0))),
            (Chance(12) ? "tool_provider" : "tool_call_template", Template()),
        };
        Sometimes(members, 2, "description", NastyString);
        Sometimes(members, 6, "tags", () => Array(random.Next(3), NastyString));
        Sometimes(members, 12, "average_response_size", Number);
        Sometimes(members, 20, "deprecated", Boolean);
        return Object([.. members]);
    }

    private string Template()
    {
        var protocol = Pick(Protocols);
        var members = new List<(string, string)> { (Chance(20) ? "provider_type" : "call_template_type", Quote(protocol)) };
        if (!Chance(30))
        {
            members.Add(("url", Chance(30) ? Anything() : Quote(Chance(3) ? Pick(Urls) : Urls[0])));
        }

        Sometimes(members, 3, "http_method", () => Chance(20) ? Anything() : Quote(Pick("GET", "POST", "PUT", "DELETE", "PATCH", "get", "HEAD", "QUERY", "CONNECT", "a b")));
        Sometimes(members, 5, "content_type", () => Chance(20) ? Anything() : Quote(Pick("application/json", "text/plain", "multipart/form-data", "application/octet-stream", "application/x-www-form-urlencoded", "a/b\nc", "${TYPE}")));
        Sometimes(members, 4, "headers", () => Object([.. Enumerable.Range(0, random.Next(3)).Select(_ => (Chance(3) ? Nasty() : Pick("X-A", "Authorization", "Cookie", "x-api-key"), Chance(10) ? Anything() : NastyString()))]));
        Sometimes(members, 5, "header_fields", () => Array(random.Next(3), () => Quote(InputName())));
        Sometimes(members, 4, "body_field", () => Chance(5) ? "null" : Quote(InputName()));
        Sometimes(members, 3, "auth", Auth);
        Sometimes(members, 8, "timeout", Number);
        Sometimes(members, 8, "message", Anything);
        Sometimes(members, 12, Nasty(), Anything);
        return Object([.. members]);
    }

    private string Auth() => random.Next(6) switch
    {
        0 => Object(("auth_type", "\"api_key\""), ("api_key", Secret()), ("var_name", Quote(Chance(3) ? Nasty() : "X-Key")), ("location", Quote(Pick("header", "query", "cookie", "body")))),
        1 => Object(("auth_type", "\"basic\""), ("username", NastyString()), ("password", Secret())),
        2 => Object(("auth_type", "\"oauth2\""), ("token_url", Quote(Chance(3) ? Pick(Urls) : "https://auth.example.com/token")), ("client_id", NastyString()), ("client_secret", Secret()), ("scope", NastyString())),
        3 => Object(("auth_type", "\"bearer\""), ("token", Secret())),
        4 => Object(("auth_type", "\"oauth2_user\""), ("access_token", Secret()), ("prefix", NastyString())),
        _ => Anything(),
    };

    private string Secret() => Chance(2) ? Quote("${" + Pick("KEY", "API_KEY", "a_b", "Key", "class", "_1") + "}") : NastyString();

    private string Root(Func<string> schema)
    {
        var text = schema();
        if (text[0] != '{' || Chance(3))
        {
            return text;
        }

        var pets = Object([.. Definitions.Where(_ => Chance(2)).Select(name => (name, Schema(1))), .. Chance(2) ? Hierarchy() : []]);
        return "{\"$defs\":" + pets + (text.Length > 2 ? "," : "") + text.Substring(1);
    }

    private (string, string)[] Hierarchy() =>
    [
        ("Pet", Object(("oneOf", Array("Cat", "Dog")), ("discriminator", Chance(2) ? Object(("propertyName", Quote(Pick("kind", "Unknown", "Value", "class")))) : Object(("propertyName", "\"kind\""), ("mapping", Object((Nasty(), "\"#/$defs/Cat\""))))))),
        ("Cat", Record("kind", "Unknown", "Value", "class", Nasty())),
        ("Dog", Record("kind", "Unknown", Nasty(), "EqualityContract", "class")),
    ];

    private string Array(params string[] definitions) => "[" + string.Join(",", definitions.Select(name => Object(("$ref", Quote("#/$defs/" + name))))) + "]";

    private string Record(params string[] names) =>
        Object(("type", "\"object\""), ("properties", Object([.. names.Distinct().Select(name => (name, Chance(2) ? Object(("type", "\"string\"")) : Schema(2)))])), ("required", "[" + string.Join(",", names.Distinct().Where(_ => Chance(2)).Select(Quote)) + "]"));

    private string Inputs()
    {
        var names = Enumerable.Range(0, random.Next(5)).Select(_ => InputName()).Distinct().ToList();
        return Object(("type", "\"object\""), ("properties", Object([.. names.Select(name => (name, Schema(1)))])), ("required", "[" + string.Join(",", names.Where(_ => Chance(2)).Select(Quote)) + "]"));
    }

    private string Schema(int depth)
    {
        if (Chance(25))
        {
            return Anything();
        }

        var members = new List<(string, string)>();
        switch (random.Next(depth >= MaxDepth ? 5 : 12))
        {
            case 0:
                members.Add(("type", Quote(Pick("string", "integer", "number", "boolean"))));
                Sometimes(members, 2, "format", () => Quote(Pick(Formats)));
                break;
            case 1:
                members.Add(("enum", Array(random.Next(5), () => Chance(6) ? Anything() : Chance(3) ? Number() : NastyString())));
                Sometimes(members, 2, "type", () => Quote(Pick("string", "integer", "number")));
                Sometimes(members, 5, "x-enum-varnames", () => Array(random.Next(5), NastyString));
                break;
            case 2:
                members.Add(("const", Chance(2) ? NastyString() : Anything()));
                break;
            case 3:
                members.Add(("$ref", Quote(Pick("#/$defs/" + Pick(Definitions), "#/$defs/" + Pick(Definitions), "#", "#/nowhere", "other.json#/x", "#/%zz", "#anchor", Nasty()))));
                break;
            case 4:
                members.Add(("type", "[" + string.Join(",", Enumerable.Range(0, random.Next(4)).Select(_ => Quote(Pick("string", "null", "integer", "object", "array", "boolean", "number")))) + "]"));
                break;
            case 5 or 6 or 7:
                Object(members, depth);
                break;
            case 8:
                members.Add(("type", "\"array\""));
                members.Add((Chance(3) ? "prefixItems" : "items", Chance(3) ? Array(random.Next(4), () => Schema(depth + 1)) : Schema(depth + 1)));
                Sometimes(members, 4, "items", () => Schema(depth + 1));
                Sometimes(members, 4, "minItems", Number);
                break;
            case 9:
                members.Add((Pick("oneOf", "anyOf"), Array(random.Next(5), () => Schema(depth + 1))));
                Sometimes(members, 4, "discriminator", () => Chance(3) ? Anything() : Object(("propertyName", NastyString())));
                break;
            case 10:
                members.Add(("allOf", Array(random.Next(4), () => Schema(depth + 1))));
                break;
            default:
                members.Add(("type", "\"object\""));
                members.Add(("additionalProperties", Schema(depth + 1)));
                break;
        }

        Sometimes(members, 3, "title", () => Chance(3) ? Quote(Pick(Definitions)) : NastyString());
        Sometimes(members, 4, "description", NastyString);
        Sometimes(members, 10, "default", Anything);
        foreach (var flag in new[] { "deprecated", "readOnly", "writeOnly", "nullable" })
        {
            Sometimes(members, 10, flag, () => Chance(8) ? Anything() : "true");
        }

        foreach (var limit in new[] { "minimum", "maximum", "exclusiveMinimum", "multipleOf", "minLength", "maxLength", "pattern", "not", "if", "propertyNames", "uniqueItems", "contentEncoding", "$anchor", "examples" })
        {
            Sometimes(members, 30, limit, () => Chance(2) ? Number() : Anything());
        }

        Sometimes(members, 25, Pick("type", "properties", "required", "items", "enum", "oneOf", "allOf", "$ref", "format", "additionalProperties", "discriminator"), Anything);
        return Object([.. members]);
    }

    private void Object(List<(string, string)> members, int depth)
    {
        var names = Enumerable.Range(0, random.Next(5)).Select(_ => Nasty()).ToList();
        Sometimes(members, 1, "type", () => "\"object\"");
        members.Add(("properties", Object([.. names.Select(name => (name, Schema(depth + 1)))])));
        Sometimes(members, 2, "required", () => Array(random.Next(4), () => names.Count > 0 && !Chance(5) ? Quote(Pick([.. names])) : NastyString()));
        Sometimes(members, 4, "additionalProperties", () => Chance(2) ? Boolean() : Schema(depth + 1));
    }

    private string Anything() => random.Next(8) switch
    {
        0 => "null",
        1 => Boolean(),
        2 => Number(),
        3 or 4 => NastyString(),
        5 => Array(random.Next(3), Number),
        6 => "{}",
        _ => Object((Nasty(), NastyString()), (Nasty(), Number())),
    };

    private string Number() => Pick("0", "1", "-1", "2", "7", "1.5", "1.0", "-0", "1e2", "1e400", "-1E-400", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "2147483648", "123456789012345678901234567890", "0.1");

    private string Boolean() => Chance(2) ? "true" : "false";

    private string InputName() => Chance(3) ? Pick("id", "class", "host", "body", "Id", "options") : Nasty();

    private string Nasty()
    {
        var text = Pick([.. NastyText.All]);
        return Chance(8) ? text + Pick([.. NastyText.Words]) : text;
    }

    private string NastyString() => Quote(Nasty());

    private static string Quote(string text) => NastyText.Quote(text);

    private static string Array(int count, Func<string> item) => "[" + string.Join(",", Enumerable.Range(0, count).Select(_ => item())) + "]";

    private static string Object(params (string Name, string Value)[] members) => "{" + string.Join(",", members.Select(member => Quote(member.Name) + ":" + member.Value)) + "}";

    private void Sometimes(List<(string, string)> members, int oneIn, string name, Func<string> value)
    {
        if (Chance(oneIn))
        {
            members.Add((name, value()));
        }
    }

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private T Pick<T>(params T[] items) => items[random.Next(items.Length)];

    /// <summary>The seed of this run: UTCP_SEED, or a fixed one.</summary>
    public static int Seed => int.TryParse(Environment.GetEnvironmentVariable("UTCP_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seed) ? seed : 20261120;
}
