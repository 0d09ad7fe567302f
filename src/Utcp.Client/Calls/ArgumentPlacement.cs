using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;
using Utcp.Manuals.Model;

namespace Utcp.Client.Calls;

/// <summary>Puts one argument in its place.</summary>
internal static class ArgumentPlacement
{
    /// <exception cref="UtcpArgumentException">The value cannot stand there.</exception>
    public static void Place(ref HttpRequestBuilder request, string tool, ParameterLocation location, string name, Parameter? parameter, JsonElement value)
    {
        try
        {
            Place(ref request, location, name, parameter, value);
        }
        catch (InvalidOperationException e) when (JsonDocumentText.IsBadText(e))
        {
            throw new UtcpArgumentException($"{tool}: the argument \"{name}\" has text that is not valid, such as a lone surrogate.", tool, name, e);
        }
    }

    private static void Place(ref HttpRequestBuilder request, ParameterLocation location, string name, Parameter? parameter, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            if (location == ParameterLocation.Path)
            {
                request.PathString(name, null);
            }

            return;
        }

        if (location is ParameterLocation.BodyMember or ParameterLocation.FormField or ParameterLocation.Part)
        {
            request.BodyMember<JsonElement, ElementCodec>(name, value);
        }
        else if (location == ParameterLocation.Body)
        {
            request.Body<JsonElement, ElementCodec>(value);
        }
        else if (parameter?.ContentType is { } mediaType)
        {
            Content(ref request, location, name, mediaType, value);
        }
        else if (parameter is { Style: { } style })
        {
            Styled(ref request, location, name, style, parameter, value);
        }
        else
        {
            Plain(ref request, location, name, value);
        }
    }

    /// <summary>By the rules of UTCP (sections 2.4 to 2.6).</summary>
    private static void Plain(ref HttpRequestBuilder request, ParameterLocation location, string name, JsonElement value)
    {
        switch (location, value.ValueKind)
        {
            case (ParameterLocation.Path, JsonValueKind.String):
                request.PathText(name, value);
                break;
            case (ParameterLocation.Path, _):
                request.PathValue<JsonElement, ElementCodec>(name, value);
                break;
            case (ParameterLocation.Query, JsonValueKind.String):
                request.QueryText(name, value);
                break;
            case (ParameterLocation.Query, JsonValueKind.True or JsonValueKind.False):
                request.QueryBoolean(name, value.GetBoolean());
                break;
            case (ParameterLocation.Query, JsonValueKind.Number) when value.TryGetInt64(out var number):
                request.QueryInt64(name, number);
                break;
            case (ParameterLocation.Query, _):
                request.QueryValue<JsonElement, ElementCodec>(name, value);
                break;
            case (ParameterLocation.Header, _):
                request.HeaderValue<JsonElement, ElementCodec>(name, value);
                break;
            case (ParameterLocation.Cookie, _):
                request.CookieValue<JsonElement, ElementCodec>(name, value);
                break;
            default:
                throw NotSent(location);
        }
    }

    private static void Styled(ref HttpRequestBuilder request, ParameterLocation location, string name, ParameterStyle style, Parameter parameter, JsonElement value)
    {
        switch (location)
        {
            case ParameterLocation.Path:
                request.PathStyled<JsonElement, ElementCodec>(name, value, style, parameter.Explode, parameter.AllowReserved);
                break;
            case ParameterLocation.Query:
                request.QueryStyled<JsonElement, ElementCodec>(name, value, style, parameter.Explode, parameter.AllowReserved);
                break;
            case ParameterLocation.Header:
                request.HeaderStyled<JsonElement, ElementCodec>(name, value, style, parameter.Explode);
                break;
            case ParameterLocation.Cookie:
                request.CookieStyled<JsonElement, ElementCodec>(name, value, style, parameter.Explode, parameter.AllowReserved);
                break;
            case ParameterLocation.QueryString:
                Content(ref request, location, name, "application/x-www-form-urlencoded", value);
                break;
            default:
                throw NotSent(location);
        }
    }

    private static void Content(ref HttpRequestBuilder request, ParameterLocation location, string name, string mediaType, JsonElement value)
    {
        switch (location)
        {
            case ParameterLocation.Path:
                request.PathContent<JsonElement, ElementCodec>(name, value, mediaType);
                break;
            case ParameterLocation.Query:
                request.QueryContent<JsonElement, ElementCodec>(name, value, mediaType);
                break;
            case ParameterLocation.Header:
                request.HeaderContent<JsonElement, ElementCodec>(name, value, mediaType);
                break;
            case ParameterLocation.Cookie:
                request.CookieContent<JsonElement, ElementCodec>(name, value, mediaType);
                break;
            case ParameterLocation.QueryString:
                request.QueryStringContent<JsonElement, ElementCodec>(name, value, mediaType);
                break;
            default:
                throw NotSent(location);
        }
    }

    private static InvalidOperationException NotSent(ParameterLocation location) => new($"Nothing is sent as {location}.");
}
