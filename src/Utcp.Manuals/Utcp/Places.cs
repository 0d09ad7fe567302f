using Utcp.Manuals.Model;

namespace Utcp.Manuals.Utcp;

/// <summary>The places that a call has for inputs.</summary>
internal sealed class Places
{
    private readonly HashSet<string> _placeholders;
    private readonly HashSet<string> _headers;
    private readonly HashSet<string>? _message;
    private readonly string? _body;
    private readonly ParameterLocation _rest;

    public Places(CallDraft draft, HashSet<string> placeholders)
    {
        _placeholders = placeholders;
        _headers = new HashSet<string>(StringComparer.Ordinal);
        switch (draft.Call)
        {
            case HttpFamilyCall http:
                _headers.UnionWith(http.HeaderFields);
                _body = http.BodyField;
                _rest = draft.IsWholeBody ? ParameterLocation.BodyMember : ParameterLocation.Query;
                break;
            case WebSocketCall socket:
                _headers.UnionWith(socket.HeaderFields);
                // A message that takes all arguments at once asks for each.
                _message = socket.Message is null || MessageTemplate.Has(socket.Message, MessagePartKind.AllArguments) ? null : MessageTemplate.Names(socket.Message);
                _rest = ParameterLocation.Message;
                break;
            default:
                _rest = ParameterLocation.Message;
                break;
        }
    }

    /// <summary>Where inputs without another place go.</summary>
    public ParameterLocation Rest => _rest;

    /// <summary>Where an input goes: at least one place.</summary>
    public IEnumerable<ParameterLocation> Of(string name)
    {
        var isPlaced = false;
        if (_placeholders.Contains(name))
        {
            isPlaced = true;
            yield return ParameterLocation.Path;
        }

        if (_headers.Contains(name))
        {
            isPlaced = true;
            yield return ParameterLocation.Header;
        }

        if (_body is not null && name == _body)
        {
            isPlaced = true;
            yield return ParameterLocation.Body;
        }

        if (!isPlaced || _message?.Contains(name) == true)
        {
            yield return _rest;
        }
    }

    /// <summary>Whether an input has no place but a message that does not ask for it.</summary>
    public bool IsUnused(string name) => _message?.Contains(name) == false && !_placeholders.Contains(name) && !_headers.Contains(name);
}
