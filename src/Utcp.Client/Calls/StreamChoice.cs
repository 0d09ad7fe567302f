using System.Text.Json;
using Utcp.Manuals.Model;

namespace Utcp.Client.Calls;

/// <summary>Has the body of an operation ask for the value or for the stream, whichever the caller waits for.</summary>
internal static class StreamChoice
{
    /// <summary>The body with the switch set; as it is when it asks for the right thing already, and when it is no object.</summary>
    public static JsonElement Make(JsonElement body, StreamSwitch choice, bool isStream)
    {
        var isObject = body.ValueKind == JsonValueKind.Object;
        if (!isObject && body.ValueKind != JsonValueKind.Undefined)
        {
            return body;
        }

        var isOn = isObject && body.TryGetProperty(StreamSwitch.Name, out var given) ? given.ValueKind == JsonValueKind.True : choice.IsOnByDefault;
        return isOn == isStream ? body : JsonElements.Build(writer =>
        {
            writer.WriteStartObject();
            if (isObject)
            {
                foreach (var member in body.EnumerateObject().Where(member => !member.NameEquals(StreamSwitch.Name)))
                {
                    member.WriteTo(writer);
                }
            }

            writer.WriteBoolean(StreamSwitch.Name, isStream);
            writer.WriteEndObject();
        });
    }
}
