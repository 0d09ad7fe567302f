using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Utcp.Generated;
using Utcp.Http;
using Utcp.WebSockets;

namespace Utcp.Telemetry;

/// <summary>Tells listeners about one call. There is none when nobody listens.</summary>
internal sealed class CallObservation
{
    private static readonly ActivitySource s_source = new(UtcpTelemetry.ActivitySourceName, typeof(CallObservation).Assembly.GetName().Version?.ToString(3));

    private readonly UtcpChannel _channel;
    private readonly string _tool;
    private readonly TagList _tags;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Activity? _activity;
    private int _resends;
    private int _status;
    private bool _isOver;

    private CallObservation(UtcpChannel channel, string tool, TagList tags)
    {
        _channel = channel;
        _tool = tool;
        _tags = tags;
        _activity = s_source.StartActivity(ActivityKind.Client, tags: _tags, name: "utcp.call");
        if (_activity is not null)
        {
            _activity.DisplayName = tool;
        }
    }

    /// <summary>Begins to observe a call if somebody listens. Called within an async method, so that the activity stays current for what that method does only.</summary>
    public static void Start(UtcpRequest request)
    {
        if (HasListeners(request.Channel))
        {
            request.Observation = new(request.Channel, request.Tool, CallTags.Of(request));
            request.Channel.Log?.Starting(request.Tool, request.Method.Method, request.Operation.Plan.Route, request.RequestUri?.IdnHost);
        }
    }

    /// <summary>The same for a call over a WebSocket.</summary>
    /// <returns>The observation, or null when nobody listens.</returns>
    public static CallObservation? Start(WebSocketRequest request)
    {
        if (!HasListeners(request.Channel))
        {
            return null;
        }

        var observation = new CallObservation(request.Channel, request.Tool, CallTags.Of(request));
        request.Channel.Log?.Starting(request.Tool, "WebSocket", request.Operation.Plan.Handshake.Plan.Route, request.Target.Url.IdnHost);
        return observation;
    }

    /// <summary>Tells listeners about a call that is refused before it begins: what it is about, and the kind of reason.</summary>
    public static void Refused(ClientBinding binding, HttpOperation operation, Exception e)
    {
        var channel = binding.Channel;
        if (e is not UtcpException failure || !(s_source.HasListeners() || CallMetrics.CountsRefusals || channel.Log?.IsEnabled(LogLevel.Warning) == true))
        {
            return;
        }

        var type = CallTags.ErrorTypeOf(failure);
        var tags = CallTags.OfRefusal(binding, operation, type);
        using (var activity = s_source.StartActivity(ActivityKind.Client, tags: tags, name: "utcp.call"))
        {
            if (activity is not null)
            {
                activity.DisplayName = operation.Tool;
                activity.SetStatus(ActivityStatusCode.Error, failure.Message);
            }
        }

        if (CallMetrics.CountsRefusals)
        {
            CallMetrics.Refused(tags);
        }

        channel.Log?.Refused(operation.Tool, type, failure.Message);
    }

    /// <summary>Makes the activity the current one, where an earlier part of the call has begun it.</summary>
    public void Enter()
    {
        if (_activity is not null)
        {
            Activity.Current = _activity;
        }
    }

    public void Answered(int status) => _status = status;

    public void Retried() => _resends++;

    public void Succeeded()
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        _channel.Log?.Succeeded(_tool, _status, Milliseconds);
        End(null);
    }

    /// <summary>Notes the failure. For exception filters.</summary>
    /// <returns>False, always.</returns>
    public bool Failed(Exception e)
    {
        if (_isOver)
        {
            return false;
        }

        _isOver = true;
        _status = e is UtcpHttpException http ? http.StatusCode : _status;
        var type = CallTags.ErrorTypeOf(e);
        if (e is OperationCanceledException)
        {
            _channel.Log?.Cancelled(_tool, Milliseconds);
        }
        else
        {
            // Texts of others are not ours to vouch for.
            _channel.Log?.Failed(_tool, type, Milliseconds, e is UtcpException ? e.Message : type);
            _activity?.SetStatus(ActivityStatusCode.Error, e is UtcpException ? e.Message : null);
        }

        End(type);
        return false;
    }

    private long Milliseconds => (long)Stopwatch.GetElapsedTime(_start).TotalMilliseconds;

    private static bool HasListeners(UtcpChannel channel) => s_source.HasListeners() || CallMetrics.Duration.Enabled || channel.Log?.IsEnabled(LogLevel.Warning) == true;

    private void End(string? errorType)
    {
        if (_activity is not null)
        {
            if (_status != 0)
            {
                _activity.SetTag(CallTags.StatusCode, _status);
            }

            if (_resends > 0)
            {
                _activity.SetTag(CallTags.ResendCount, _resends);
            }

            if (errorType is not null)
            {
                _activity.SetTag(CallTags.ErrorType, errorType);
            }

            _activity.Dispose();
        }

        if (CallMetrics.Duration.Enabled)
        {
            var tags = _tags;
            if (_status != 0)
            {
                tags.Add(CallTags.StatusCode, _status);
            }

            if (errorType is not null)
            {
                tags.Add(CallTags.ErrorType, errorType);
            }

            CallMetrics.Duration.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds, tags);
        }
    }
}
