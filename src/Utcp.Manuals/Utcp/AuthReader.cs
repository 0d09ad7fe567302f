using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;

namespace Utcp.Manuals.Utcp;

/// <summary>Reads <c>auth</c> objects (section 4). What cannot be read fails the template: a tool is never called without the credentials its manual asks for.</summary>
internal sealed class AuthReader(ProblemList problems, bool allowsMessage = false)
{
    private static readonly string[] Types = ["api_key", "basic", "oauth2", "bearer", "oauth2_user", "none"];

    /// <summary>The fields that hold credentials.</summary>
    public static bool IsCredential(string name) => name is "api_key" or "password" or "client_secret" or "token" or "access_token";

    /// <summary>Reads a field of a template.</summary>
    public Auth? Read(FieldReader template, string name)
    {
        var value = template.Find(name);
        if (value is null)
        {
            return null;
        }

        if (!value.IsObject)
        {
            template.Fail(ProblemCodes.InvalidAuth, value, $"'{name}' must be an object; it is {FieldReader.KindOf(value)}. The tool is left out, because it must not be called without authentication.");
            return null;
        }

        var fields = new FieldReader(value, "an auth object", problems);
        var auth = Read(fields);
        if (fields.Failed)
        {
            template.Abandon();
            return null;
        }

        fields.ReportUnknown(KnownMistakes.Auth);
        return auth;
    }

    private Auth? Read(FieldReader fields)
    {
        var type = fields.RequiredText("auth_type", ProblemCodes.InvalidAuth);
        switch (type?.Text)
        {
            case null or "none":
                return null;
            case "api_key":
                return ReadApiKey(fields);
            case "basic":
                return ReadBasic(fields);
            case "oauth2":
                return ReadOAuth2(fields);
            case "bearer":
                return ReadBearer(fields);
            case "oauth2_user":
                return ReadUserToken(fields);
            default:
                var near = NearMiss.Find(type.Text, Types) is { } found ? $" Did you mean '{found}'?" : " Known types are " + string.Join(", ", Types) + ".";
                fields.Fail(ProblemCodes.InvalidAuth, type, $"{Quoted.Text(type.Text)} is not a known auth type; the tool is left out, because it must not be called without authentication.{near}");
                return null;
        }
    }

    private ApiKeyAuth? ReadApiKey(FieldReader fields)
    {
        var key = Secret(fields, "api_key");
        var location = ReadLocation(fields);
        var name = ReadName(fields, "var_name", "X-Api-Key", location);
        return key is null ? null : new ApiKeyAuth { ApiKey = key.Text, ApiKeySpan = key.Span, VarName = name, Location = location, Span = fields.Value.Span };
    }

    private BasicAuth? ReadBasic(FieldReader fields)
    {
        var user = fields.RequiredText("username", ProblemCodes.InvalidAuth);
        var password = fields.Text("password");
        if (password is null)
        {
            if (!fields.Failed)
            {
                fields.Fail(ProblemCodes.InvalidAuth, fields.Value, "The auth object has no 'password': add it; it may be \"\".");
            }

            return null;
        }

        if (user is null)
        {
            return null;
        }

        if (user.Text.IndexOf(':') >= 0)
        {
            fields.Fail(ProblemCodes.InvalidAuth, user, "'username' must not hold a colon (RFC 7617): it separates name and password.");
        }

        return new BasicAuth { Username = user.Text, Password = password.Text, PasswordSpan = password.Span, Span = fields.Value.Span };
    }

    private OAuth2Auth? ReadOAuth2(FieldReader fields)
    {
        var url = fields.RequiredText("token_url", ProblemCodes.InvalidAuth);
        var id = fields.RequiredText("client_id", ProblemCodes.InvalidAuth);
        var secret = Secret(fields, "client_secret");
        var scope = fields.Text("scope");
        if (url is null || id is null || secret is null || UrlReader.ReadFixed(fields, url) is null)
        {
            return null;
        }

        return new OAuth2Auth
        {
            TokenUrl = url.Text,
            TokenUrlSpan = url.Span,
            ClientId = id.Text,
            ClientSecret = secret.Text,
            ClientSecretSpan = secret.Span,
            Scope = scope is { Text.Length: > 0 } ? scope.Text : null,
            Span = fields.Value.Span,
        };
    }

    private ApiKeyAuth? ReadBearer(FieldReader fields)
    {
        const string Prefix = "Bearer ";
        if (Secret(fields, "token") is not { } token)
        {
            return null;
        }

        var hasPrefix = token.Text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);
        return new ApiKeyAuth { ApiKey = hasPrefix ? token.Text : Prefix + token.Text, ApiKeySpan = token.Span, VarName = "Authorization", Span = fields.Value.Span };
    }

    private ApiKeyAuth? ReadUserToken(FieldReader fields)
    {
        var token = Secret(fields, "access_token");
        var name = ReadName(fields, "var_name", "Authorization", ApiKeyLocation.Header);
        var prefix = fields.Text("prefix")?.Text ?? "Bearer ";
        return token is null ? null : new ApiKeyAuth { ApiKey = prefix + token.Text, ApiKeySpan = token.Span, VarName = name, Span = fields.Value.Span };
    }

    private static JsonValue? Secret(FieldReader fields, string name) => fields.RequiredText(name, ProblemCodes.InvalidAuth);

    private ApiKeyLocation ReadLocation(FieldReader fields)
    {
        var location = fields.Text("location");
        switch (location?.Text)
        {
            case null or "header":
                return ApiKeyLocation.Header;
            case "query":
                return ApiKeyLocation.Query;
            case "cookie":
                return ApiKeyLocation.Cookie;
            case "message" when allowsMessage:
                return ApiKeyLocation.Message;
            default:
                fields.Fail(ProblemCodes.InvalidAuth, location, $"'location' must be header, query{(allowsMessage ? ", cookie or message" : " or cookie")}; it is {Quoted.Text(location.Text)}.");
                return ApiKeyLocation.Header;
        }
    }

    private static string ReadName(FieldReader fields, string field, string fallback, ApiKeyLocation location)
    {
        var name = fields.Text(field);
        if (name is null)
        {
            return fallback;
        }

        var isFixed = VariableScanner.Scan(name.Text).Count == 0;
        if (name.Text.Length == 0 || (isFixed && location is not (ApiKeyLocation.Query or ApiKeyLocation.Message) && !HeaderPolicy.IsToken(name.Text)))
        {
            fields.Fail(ProblemCodes.InvalidAuth, name, $"'{field}' must be the name of a {(location == ApiKeyLocation.Cookie ? "cookie" : "header")}: letters, digits, and hyphens.");
        }
        else if (isFixed && location == ApiKeyLocation.Header && HeaderPolicy.IsReserved(name.Text))
        {
            fields.Fail(ProblemCodes.InvalidAuth, name, $"The header {Quoted.Text(name.Text)} cannot hold a key, because the HTTP client sets it.{(name.Text.Equals("Cookie", StringComparison.OrdinalIgnoreCase) ? " Use \"location\": \"cookie\"." : "")}");
        }

        return name.Text;
    }
}
