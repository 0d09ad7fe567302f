using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>The member that tells the cases of a hierarchy apart, and its values. The member may stand anywhere in the object.</summary>
/// <param name="name">The name of the member.</param>
/// <param name="tags">Its values; the position of each is its index.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonDiscriminator(string name, params ReadOnlySpan<string> tags)
{
    private readonly JsonNames _tags = new(tags);
    private readonly byte[] _name = Encoding.UTF8.GetBytes(name);

    /// <summary>The position of the object's tag; -1 when it is unknown or missing. The reader stays where it is.</summary>
    public int Find(ref Utf8JsonReader reader)
    {
        JsonRead.ExpectObject(ref reader);
        var ahead = reader;
        while (JsonRead.NextMember(ref ahead))
        {
            var isTag = ahead.ValueTextEquals(_name);
            JsonRead.Advance(ref ahead);
            if (isTag)
            {
                return ahead.TokenType == JsonTokenType.String ? _tags.Match(ref ahead, -1) : -1;
            }

            JsonRead.Skip(ref ahead);
        }

        return -1;
    }
}
