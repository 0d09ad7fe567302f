using System.Diagnostics;
using Utcp.Generated;
using Utcp.Http;
using Utcp.Manuals.Security;
using Utcp.WebSockets;

namespace Utcp.Telemetry;

/// <summary>What is said about a call: few values each, and no secrets.</summary>
internal static class CallTags
{
    public const string ErrorType = "error.type";
    public const string StatusCode = "http.response.status_code";
    public const string ResendCount = "http.request.resend_count";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";

    /// <summary>What is known before the call.</summary>
    public static TagList Of(UtcpRequest request)
    {
        var tags = new TagList { { "utcp.tool", request.Tool } };
        if (request.Binding.ManualName is { } manual)
        {
            tags.Add("utcp.manual", manual);
        }

        // Methods of a manual's own invention could be any number.
        tags.Add("http.request.method", IsKnown(request.Method) ? request.Method.Method : "_OTHER");
        tags.Add("http.route", request.Operation.Plan.Route);
        if (request.RequestUri is { } uri)
        {
            tags.Add(ServerAddress, uri.IdnHost);
            tags.Add(ServerPort, uri.Port);
        }

        return tags;
    }

    /// <summary>What is known before a call over a WebSocket.</summary>
    public static TagList Of(WebSocketRequest request)
    {
        var tags = new TagList { { "utcp.tool", request.Tool } };
        if (request.ManualName is { } manual)
        {
            tags.Add("utcp.manual", manual);
        }

        tags.Add("network.protocol.name", "websocket");
        tags.Add("http.route", request.Operation.Plan.Handshake.Plan.Route);
        tags.Add(ServerAddress, request.Target.Url.IdnHost);
        tags.Add(ServerPort, request.Target.Url.Port);
        return tags;
    }

    /// <summary>What is known of a call that never began: not where it leads, as that may be what is wrong.</summary>
    public static TagList OfRefusal(ClientBinding binding, HttpOperation operation, string errorType)
    {
        var tags = new TagList { { "utcp.tool", operation.Tool } };
        if (binding.ManualName is { } manual)
        {
            tags.Add("utcp.manual", manual);
        }

        if (operation.Use == UrlUse.WebSocket)
        {
            tags.Add("network.protocol.name", "websocket");
        }
        else
        {
            tags.Add("http.request.method", IsKnown(operation.Plan.Method) ? operation.Plan.Method.Method : "_OTHER");
        }

        tags.Add("http.route", operation.Plan.Route);
        tags.Add(ErrorType, errorType);
        return tags;
    }

    /// <summary>What kind of failure an exception is.</summary>
    public static string ErrorTypeOf(Exception e) => e switch
    {
        UtcpHttpException http => Status(http.StatusCode),
        UtcpTimeoutException => "timeout",
        UtcpConnectionException => "connection",
        UtcpResponseTooLargeException => "response_too_large",
        UtcpResponseException => "invalid_response",
        UtcpUrlException => "url_refused",
        UtcpVariableException => "variable",
        UtcpToolException => "tool",
        UtcpAuthenticationException => "authentication",
        UtcpException => "utcp",
        OperationCanceledException => "cancelled",
        _ => e.GetType().FullName ?? "_OTHER",
    };

    private static string Status(int status) => status switch
    {
        400 => "400",
        401 => "401",
        403 => "403",
        404 => "404",
        429 => "429",
        500 => "500",
        502 => "502",
        503 => "503",
        _ => status.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static bool IsKnown(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Post || method == HttpMethod.Put || method == HttpMethod.Delete || method == HttpMethod.Patch
        || method == HttpMethod.Head || method == HttpMethod.Options;
}
