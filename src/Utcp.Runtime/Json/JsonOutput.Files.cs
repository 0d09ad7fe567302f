using System.Globalization;

namespace Utcp.Json;

public sealed partial class JsonOutput
{
    /// <summary>The files of the value, or null when they are written as JSON.</summary>
    internal List<PlacedFile>? Files => _files;

    /// <summary>Keeps files beside the JSON, where empty texts mark their places.</summary>
    internal void KeepFiles() => _files ??= [];

    /// <summary>Writes what another output has, with its files.</summary>
    internal void WriteOther(JsonOutput other)
    {
        if (other._files is { } files)
        {
            foreach (var file in files)
            {
                _files!.Add(file with { Position = file.Position + _length });
            }
        }

        WriteRaw(other.WrittenSpan);
    }

    /// <summary>Writes a file: base64 text, unless files are kept beside the JSON.</summary>
    /// <exception cref="NotSupportedException">The file is a stream, which has no JSON form.</exception>
    internal void WriteFile(UtcpFile file)
    {
        if (_files is not null)
        {
            _files.Add(new(_length, file));
            JsonText.WriteBase64(this, default);
        }
        else if (file.Content is null)
        {
            JsonText.WriteBase64(this, file.Bytes.Span);
        }
        else if (_isLenient)
        {
            // ToString and Equals must not read a stream, and two streams are never the same.
            StringCodec.Write(this, _isCanonical ? file.Number.ToString(CultureInfo.InvariantCulture) : file.ToString());
        }
        else
        {
            throw new NotSupportedException("A file that is a stream has no JSON form; it can be part of a multipart body.");
        }
    }
}
