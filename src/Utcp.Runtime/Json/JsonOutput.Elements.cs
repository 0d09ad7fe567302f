using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Utcp.Json;

public sealed partial class JsonOutput
{
    /// <summary>Writes a JSON value: compact, strings escaped as by <see cref="WriteString"/>, numbers as they are.</summary>
    public void WriteElement(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            WriteNull();
            return;
        }

        if (_isCanonical && value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            var (length, depth) = (_length, _depth);
            try
            {
                WriteSorted(value);
                return;
            }
            catch (InvalidOperationException)
            {
                // A name with a lone surrogate cannot be sorted: the order of the text will do.
                (_length, _depth) = (length, depth);
            }
        }

        var text = JsonMarshal.GetRawUtf8Value(value);
        if (TryCopy(text))
        {
            return;
        }

        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            WriteToken(ref reader);
        }
    }

    private void WriteSorted(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            BeginObject();
            foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
            {
                WriteName(member.Name);
                WriteElement(member.Value);
            }

            EndObject();
        }
        else
        {
            BeginArray();
            foreach (var item in value.EnumerateArray())
            {
                Separate();
                WriteElement(item);
            }

            EndArray();
        }
    }

    private void WriteToken(ref Utf8JsonReader reader)
    {
        if (_length > 0 && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject) && _buffer[_length - 1] is not ((byte)'[' or (byte)'{' or (byte)':') && reader.TokenStartIndex > 0)
        {
            Append((byte)',');
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                BeginObject();
                break;
            case JsonTokenType.EndObject:
                EndObject();
                break;
            case JsonTokenType.StartArray:
                BeginArray();
                break;
            case JsonTokenType.EndArray:
                EndArray();
                break;
            case JsonTokenType.PropertyName:
                WriteText(ref reader);
                Append((byte)':');
                break;
            case JsonTokenType.String:
                WriteText(ref reader);
                break;
            default:
                WriteRaw(reader.ValueSpan);
                break;
        }
    }

    /// <summary>Writes the reader's string. What is no valid text, which a JsonElement may hold, keeps its escapes; bytes that are no UTF-8 are replaced.</summary>
    private void WriteText(ref Utf8JsonReader reader)
    {
        var text = reader.ValueSpan;
        if (reader.ValueIsEscaped)
        {
            try
            {
                WriteString(reader.GetString());
                return;
            }
            catch (InvalidOperationException)
            {
                // A lone surrogate, or no UTF-8: written below.
            }
        }

        Append((byte)'"');
        WriteRaw(Utf8.IsValid(text) ? text : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text)));
        Append((byte)'"');
    }
}
