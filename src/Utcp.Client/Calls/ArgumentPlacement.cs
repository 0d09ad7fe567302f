using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;
using Utcp.Manuals.Model;

namespace Utcp.Client.Calls;

/// <summary>Puts one argument in its place.</summary>
internal static class ArgumentPlacement
{
    public static void Place(ref HttpRequestBuilder request, ParameterLocation location, string name, Parameter? parameter, JsonElement value)
    {
        var kind = value.ValueKind;
        switch (location)
        {
            case ParameterLocation.Path:
                if (kind == JsonValueKind.String)
                {
                    request.PathString(name, value.GetString());
                }
                else if (kind == JsonValueKind.Undefined)
                {
                    request.PathString(name, null);
                }
                else
                {
                    request.PathValue<JsonElement, ElementCodec>(name, value);
                }

                break;
            case var _ when kind == JsonValueKind.Undefined:
                break;
            case ParameterLocation.Query:
                Query(ref request, name, parameter, value);
                break;
            case ParameterLocation.Header:
                request.HeaderValue<JsonElement, ElementCodec>(name, value);
                break;
            case ParameterLocation.Cookie:
                request.CookieValue<JsonElement, ElementCodec>(name, value);
                break;
            case ParameterLocation.BodyMember:
                request.BodyMember<JsonElement, ElementCodec>(name, value);
                break;
            case ParameterLocation.Body:
                request.Body<JsonElement, ElementCodec>(value);
                break;
            default:
                throw new InvalidOperationException($"Nothing is sent as {location}.");
        }
    }

    private static void Query(ref HttpRequestBuilder request, string name, Parameter? parameter, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                request.QueryString(name, value.GetString());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                request.QueryBoolean(name, value.GetBoolean());
                break;
            case JsonValueKind.Number when value.TryGetInt64(out var number):
                request.QueryInt64(name, number);
                break;
            case JsonValueKind.Array when Delimiter(parameter) is { } delimiter:
                request.QueryDelimited<JsonElement, ElementCodec>(name, value, delimiter);
                break;
            default:
                request.QueryValue<JsonElement, ElementCodec>(name, value);
                break;
        }
    }

    // OpenAPI 3.0, "Style Values"; a delimiter that is not allowed in a query is written escaped.
    private static string? Delimiter(Parameter? parameter) => parameter is { Explode: false, Style: { } style }
        ? style switch
        {
            ParameterStyle.SpaceDelimited => "%20",
            ParameterStyle.PipeDelimited => "%7C",
            ParameterStyle.TabDelimited => "%09",
            ParameterStyle.Form => ",",
            _ => null,
        }
        : null;
}
