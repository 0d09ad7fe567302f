namespace Utcp.Json;

/// <summary>Durations of ISO 8601 in days, hours, minutes and seconds (weeks are understood).</summary>
internal static class IsoDuration
{
    internal static bool TryParse(string? text, out TimeSpan value) => throw new NotImplementedException();

    internal static void Write(JsonOutput output, TimeSpan value) => throw new NotImplementedException();
}
