using Utcp.Manuals.Model;
using Utcp.Manuals.Security;

namespace Utcp.Manuals.OpenApi;

/// <summary>Lists the servers that a document offers for all of its operations. What is wrong with one is said where it is used.</summary>
internal static class ServerChoices
{
    private const int MaxServers = 50;

    public static IReadOnlyList<ServerInfo> Of(OpenApiDocument document)
    {
        var choices = new List<ServerInfo>();
        foreach (var server in document.IsSwagger ? [] : document.Root["servers"]?.Items ?? [])
        {
            if (server["url"] is { IsString: true } url && UrlOf(url.Text.Trim(), server["variables"]) is { } text && !choices.Exists(choice => choice.Url == text) && choices.Count < MaxServers)
            {
                choices.Add(new ServerInfo(TextOf(server["name"]), text, TextOf(server["description"]) ?? ""));
            }
        }

        return choices;
    }

    private static string? UrlOf(string url, Json.JsonValue? variables)
    {
        foreach (var variable in variables?.Members ?? [])
        {
            url = url.Replace("{" + variable.Name + "}", variable.Value["default"]?.Text ?? "{}");
        }

        url = (url.StartsWith("//", StringComparison.Ordinal) ? "https:" + url : url).TrimEnd('/');
        return url.IndexOfAny(['{', '}', '?', '#', '$']) < 0 && UrlPolicy.Check(url, UrlUse.Http).IsAllowed ? url : null;
    }

    private static string? TextOf(Json.JsonValue? value) => value is { IsString: true, Text.Length: > 0 } ? value.Text : null;
}
