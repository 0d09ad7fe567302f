using System.Text.Json;

namespace Utcp.Client.Tests;

/// <summary>JSON values of JSON text.</summary>
internal static class Json
{
    public static JsonElement Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
