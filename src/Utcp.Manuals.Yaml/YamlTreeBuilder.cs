using System.Globalization;
using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Utcp.Manuals.Yaml;

/// <summary>Builds the tree of one text from its events.</summary>
internal sealed class YamlTreeBuilder
{
    private const int DepthThatFitsAnyStack = 256;

    private readonly YamlEvents _events;
    private readonly YamlAnchors _anchors;
    private readonly YamlComplaints _complaints = new();
    private readonly DuplicateNames _duplicates = new();
    private readonly int _maxDepth;
    private int _depth;

    public YamlTreeBuilder(YamlEvents events, JsonReadOptions options)
    {
        _events = events;
        _maxDepth = Math.Min(options.MaxDepth, DepthThatFitsAnyStack);
        _anchors = new YamlAnchors(_maxDepth);
    }

    public JsonReadResult Build()
    {
        var root = ReadDocument();
        return root is null || _events.Failure is not null
            ? new JsonReadResult(null, [_events.Failure!])
            : new JsonReadResult(root, [.. _complaints.Problems(root), .. _duplicates.Problems(root)]);
    }

    private JsonValue? ReadDocument()
    {
        if (!_events.TryMove() || !_events.TryMove())
        {
            return null;
        }

        if (_events.Current is not DocumentStart)
        {
            _events.Fail(ProblemCodes.InvalidJson, "Expected a value, found the end of the text.", _events.SpanOf(_events.Current));
            return null;
        }

        if (!_events.TryMove() || ReadValue() is not { } root || !_events.TryMove() || !_events.TryMove())
        {
            return null;
        }

        if (_events.Current is DocumentStart second)
        {
            _events.Fail(ProblemCodes.InvalidJson, "The text holds a second YAML document; only files with one are read. Put each into a file of its own.", _events.SpanOf(second));
            return null;
        }

        return root;
    }

    private JsonValue? ReadValue()
    {
        switch (_events.Current)
        {
            case Scalar scalar:
                var value = ReadScalar(scalar);
                _anchors.Close(NameOf(scalar.Anchor), value);
                return value;
            case AnchorAlias alias:
                return ReadAlias(alias);
            case MappingStart mapping:
                return Enter(mapping) ? Leave(mapping, ReadMapping(mapping), YamlTag.FitsMapping(mapping.Tag)) : null;
            case SequenceStart sequence:
                return Enter(sequence) ? Leave(sequence, ReadSequence(sequence), YamlTag.FitsSequence(sequence.Tag)) : null;
            default:
                _events.Fail(ProblemCodes.InvalidJson, "Expected a value.", _events.SpanOf(_events.Current));
                return null;
        }
    }

    private JsonValue ReadScalar(Scalar scalar)
    {
        var span = _events.SpanOf(scalar);
        var text = _events.Restore(scalar.Value);
        if (!YamlTag.IsNone(scalar.Tag))
        {
            return YamlTag.Read(scalar.Tag, text, span) ?? Refuse(scalar, span);
        }

        if (scalar.Style != ScalarStyle.Plain)
        {
            return JsonValue.String(text, span);
        }

        if (YamlScalar.IsBeyondJson(text))
        {
            _complaints.Add(ProblemCodes.InvalidField, span, $"{text} is a number that JSON cannot write; it is read as a string.");
        }

        return YamlScalar.Read(text, span);
    }

    private JsonValue? ReadAlias(AnchorAlias alias)
    {
        var span = _events.SpanOf(alias);
        var name = NameOf(alias.Value);
        if (!_anchors.Knows(name))
        {
            _complaints.Add(ProblemCodes.UnresolvedReference, span, $"No anchor {Excerpt.Of("&" + name)} stands before this alias; it is read as null.");
            return JsonValue.Literal(JsonKind.Null, span);
        }

        if (_anchors.Find(name) is not { } value)
        {
            _complaints.Add(ProblemCodes.CyclicReference, span, $"The alias {Excerpt.Of("*" + name)} stands inside the value that it is an alias of; it is read as null. Use $ref for recursive schemas.");
            return JsonValue.Literal(JsonKind.Null, span);
        }

        if (_anchors.Copy(value, _depth) is { } copy)
        {
            return copy;
        }

        _events.Fail(ProblemCodes.LimitExceeded, $"With this alias the document passes a limit: aliases may stand for {YamlAnchors.CopyLimit} values together, and values be nested {Limit} levels deep. Use $ref instead.", span);
        return null;
    }

    private JsonValue? ReadSequence(SequenceStart start)
    {
        var items = new List<JsonValue>();
        while (true)
        {
            if (!_events.TryMove())
            {
                return null;
            }

            if (_events.Current is SequenceEnd end)
            {
                var last = items.Count == 0 ? 0 : items[items.Count - 1].Span.End;
                return JsonValue.Array([.. items], _events.SpanOf(_events.SpanOf(start), start.Style == SequenceStyle.Flow, end, last));
            }

            if (ReadValue() is not { } item)
            {
                return null;
            }

            items.Add(item);
        }
    }

    private JsonValue? ReadMapping(MappingStart start)
    {
        var members = new YamlMapping();
        var last = 0;
        while (true)
        {
            if (!_events.TryMove())
            {
                return null;
            }

            if (_events.Current is MappingEnd end)
            {
                _duplicates.Note(members.OwnMembers);
                return JsonValue.Object(members.ToMembers(), _events.SpanOf(_events.SpanOf(start), start.Style == MappingStyle.Flow, end, last));
            }

            var isMerge = _events.Current is Scalar { Style: ScalarStyle.Plain, Value: YamlMapping.MergeKey };
            if (ReadValue() is not { } key || TextOf(key) is var name && !_events.TryMove())
            {
                return null;
            }

            var aliasEnd = _events.Current is AnchorAlias alias ? _events.SpanOf(alias).End : 0;
            if (ReadValue() is not { } value)
            {
                return null;
            }

            last = Math.Max(key.Span.End, aliasEnd == 0 ? value.Span.End : aliasEnd);
            Add(members, isMerge, name, key, value);
        }
    }

    private void Add(YamlMapping members, bool isMerge, string? name, JsonValue key, JsonValue value)
    {
        if (name is null)
        {
            _complaints.Add(ProblemCodes.InvalidField, key.Span, "A name must be a scalar; this entry is left out.");
        }
        else if (!isMerge)
        {
            members.Add(new JsonMember(name, key.Span, value));
        }
        else if (!members.TryMerge(value))
        {
            _complaints.Add(ProblemCodes.InvalidField, key.Span, "The merge key '<<' takes a mapping or a list of mappings; it is left out.");
        }
    }

    // Of a scalar, the event is still at hand: names are the text, whatever the core schema makes of it.
    private string? TextOf(JsonValue key) => _events.Current is Scalar scalar ? _events.Restore(scalar.Value) : key.IsString || key.Kind == JsonKind.Number ? key.Text : null;

    private bool Enter(NodeEvent node)
    {
        if (_depth < _maxDepth)
        {
            _depth++;
            _anchors.Open(NameOf(node.Anchor));
            return true;
        }

        _events.Fail(ProblemCodes.LimitExceeded, $"Mappings and sequences are nested deeper than {Limit} levels, and no more are read: make the document flatter.", _events.SpanOf(node) with { Length = 1 });
        return false;
    }

    private JsonValue? Leave(NodeEvent node, JsonValue? value, bool tagFits)
    {
        _depth--;
        if (value is null)
        {
            return null;
        }

        var kept = tagFits ? value : Refuse(node, value.Span);
        _anchors.Close(NameOf(node.Anchor), kept);
        return kept;
    }

    private JsonValue Refuse(NodeEvent node, JsonSpan span)
    {
        _complaints.Add(ProblemCodes.InvalidField, span, $"The tag {Excerpt.Of(node.Tag.IsEmpty ? "!" : node.Tag.Value)} is none of the core schema of YAML 1.2, or does not fit its value, which is read as null. Remove the tag.");
        return JsonValue.Literal(JsonKind.Null, span);
    }

    private string Limit => _maxDepth.ToString(CultureInfo.InvariantCulture);

    private static string NameOf(AnchorName anchor) => anchor.IsEmpty ? "" : anchor.Value;
}
